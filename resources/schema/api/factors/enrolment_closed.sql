-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.enrolment_closed(enrolment castellan_private.enrolment)
returns text
language sql
volatile
as $$
    select case
        when (enrolment).state = 'confirmed' then 'done'
        when (enrolment).state in ('cancelled', 'superseded') then (enrolment).state
        when (enrolment).expires_at <= clock_timestamp() then 'expired'
    end;
$$;
comment on function castellan_private.enrolment_closed(castellan_private.enrolment) is
    'Why nothing more can be done with an enrolment: done, cancelled, superseded, expired; null while it is open';
revoke all on function castellan_private.enrolment_closed(castellan_private.enrolment) from public;

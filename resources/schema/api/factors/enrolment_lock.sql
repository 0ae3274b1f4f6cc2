-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.enrolment_lock(enrolment uuid)
returns castellan_private.enrolment
language plpgsql
volatile
as $$
declare
    locked castellan_private.enrolment;
begin
    -- Account first, then enrolment, then factor: the same order everywhere.
    perform from castellan_private.account a
      where a.id = (select e.account from castellan_private.enrolment e where e.id = enrolment_lock.enrolment)
        for no key update;
    select e.* into locked from castellan_private.enrolment e where e.id = enrolment_lock.enrolment for update;
    return locked;
end $$;
comment on function castellan_private.enrolment_lock(uuid) is 'An enrolment with its own and its account''s row locked; null when there is none';
revoke all on function castellan_private.enrolment_lock(uuid) from public;

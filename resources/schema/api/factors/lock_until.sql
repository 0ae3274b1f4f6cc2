-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.lock_until(failures integer, at timestamptz)
returns timestamptz
language sql
stable
as $$
    select case
        when failures < 5 then null
        when failures = 5 then at + interval '1 minute'
        when failures = 6 then at + interval '5 minutes'
        when failures = 7 then at + interval '30 minutes'
        else at + interval '60 minutes'
    end;
$$;
comment on function castellan_private.lock_until(integer, timestamptz) is
    'Until when the n-th consecutive failure locks; null when it does not. The hundredth disables (NIST SP 800-63B)';
revoke all on function castellan_private.lock_until(integer, timestamptz) from public;

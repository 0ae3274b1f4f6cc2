-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.isolation_check()
returns void
language plpgsql
volatile
as $$
begin
    -- An older snapshot would still see a session that has ended, a factor that is gone.
    if current_setting('transaction_isolation') <> 'read committed' then
        perform castellan_private.fail('ZC003');
    end if;
end $$;
comment on function castellan_private.isolation_check() is 'Raises ZC003 in any isolation level but READ COMMITTED';
revoke all on function castellan_private.isolation_check() from public;

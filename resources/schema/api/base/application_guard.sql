-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.application_guard(own_transaction boolean default false)
returns boolean
language plpgsql
volatile
as $$
begin
    if not pg_has_role(session_user, 'castellan_app', 'MEMBER') then
        perform castellan_private.fail('ZC002');
    end if;
    if current_setting('transaction_isolation') <> 'read committed' then
        perform castellan_private.fail('ZC003');
    end if;
    -- Work done before in the same transaction could take a counted failure back with it.
    if own_transaction and pg_current_xact_id_if_assigned() is not null then
        perform castellan_private.fail('ZC004');
    end if;
    return true;
end $$;
comment on function castellan_private.application_guard(boolean) is
    'First statement of what the application calls: true, or ZC002 for anybody else, ZC003 in a wrong isolation level, ZC004 where a transaction of its own is wanted and this one has written';
revoke all on function castellan_private.application_guard(boolean) from public;

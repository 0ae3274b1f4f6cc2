-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.sign_out()
returns boolean
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set debug_print_plan = off
as $$
declare
    started timestamptz := castellan_private.own_backend_start();
begin
    perform castellan_private.isolation_check();
    if not exists (select from castellan_private.elevation_member m
                     join castellan_private.elevation e on e.id = m.elevation
                    where m.backend_pid = pg_backend_pid() and m.backend_start = started
                      and e.operator = session_user::text) then
        return false;
    end if;
    return castellan_private.elevation_end(session_user, 'signed_out');
exception when others then
    if left(sqlstate, 2) in ('25', '40', '53', '57', 'ZC') or sqlstate = '55P03' then
        raise;
    end if;
    perform castellan_private.fail('ZC900'); -- no constraint's or cast's text, which may show a row
end $$;
comment on function castellan.sign_out() is
    'Ends the caller''s session with all its other connections; false when this connection was not signed in';
revoke all on function castellan.sign_out() from public;
grant execute on function castellan.sign_out() to castellan_admin, castellan_helpdesk, castellan_auditor;

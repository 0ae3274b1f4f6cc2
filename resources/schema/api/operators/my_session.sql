-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.my_session()
returns table (role text, kind text, rank text, since timestamptz, idle_until timestamptz, expires_at timestamptz,
    server_time timestamptz, client_address text, product_name text, recovery_codes_left integer)
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set debug_print_plan = off
as $$
declare
    me castellan_private.elevation := castellan_private.operator_guard(false, false);
begin
    return query
        select me.operator, me.kind, castellan_private.operator_rank(me.kind), me.started_at,
               least(a.last_at + castellan_private.setting_minutes('operator_idle_minutes'), me.expires_at),
               me.expires_at, clock_timestamp(), host(me.client_address),
               castellan_private.setting_value('product_name') #>> '{}',
               null::integer
          from castellan_private.elevation_activity a where a.elevation = me.id;
exception when others then
    if left(sqlstate, 2) in ('25', '40', '53', '57', 'ZC') or sqlstate = '55P03' then
        raise;
    end if;
    perform castellan_private.fail('ZC900'); -- no constraint's or cast's text, which may show a row
end $$;
comment on function castellan.my_session() is
    'The caller''s own session, one row; asking is no activity. recovery_codes_left is null: operators have none, another admin resets them';
revoke all on function castellan.my_session() from public;
grant execute on function castellan.my_session() to castellan_admin, castellan_helpdesk, castellan_auditor;

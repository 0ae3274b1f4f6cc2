-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.sign_in_join(ticket text,
    out ok boolean, out outcome text, out expires_at timestamptz)
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set debug_print_plan = off
as $$
declare
    me text := session_user;
    own_xid xid8 := pg_current_xact_id_if_assigned();
    joined castellan_private.elevation;
    idle_end timestamptz;
    hashed bytea;
begin
    perform castellan_private.isolation_check();
    ok := false;
    outcome := 'refused';
    if char_length(ticket) = 64 then
        hashed := sha256(convert_to(ticket, 'UTF8')); -- outside the statement, whose plan a log may show
        select e.* into joined from castellan_private.elevation e
         where e.operator = me
           and e.ticket_sha256 = hashed
           and e.client_address is not distinct from inet_client_addr()
           and e.xid is distinct from own_xid
           and pg_has_role(session_user, 'castellan_' || e.kind, 'MEMBER')
           for key share;
    end if;
    if joined.id is not null then
        -- One join at a time, and nothing locked for who has no ticket. Not on the elevation's row: an open
        -- transaction of the connection that is to be replaced may hold that.
        perform from castellan_private.operator o where o.role_name = me and o.active for no key update;
        if not found then
            joined := null;
        end if;
    end if;
    if joined.id is not null then
        select a.last_at + castellan_private.setting_minutes('operator_idle_minutes') into idle_end
          from castellan_private.elevation_activity a where a.elevation = joined.id;
        if idle_end is null or least(idle_end, joined.expires_at) <= clock_timestamp() then
            outcome := 'expired';
        else
            perform castellan_private.elevation_admit(joined.id);
            ok := true;
            outcome := 'ok';
            expires_at := joined.expires_at;
        end if;
    end if;
    perform castellan_private.audit_write('operator.join', outcome, null, null, joined.id, 'elevation',
                                          client => inet_client_addr());
exception when others then
    if left(sqlstate, 2) in ('25', '40', '53', '57', 'ZC') or sqlstate = '55P03' then
        raise;
    end if;
    perform castellan_private.fail('ZC900'); -- no constraint's or cast's text, which may show a row
end $$;
comment on function castellan.sign_in_join(text) is
    'Lets another connection of the same role and address act for the session whose ticket it holds; a third ends the one it takes the place of. Outcomes: ok, expired, refused';
revoke all on function castellan.sign_in_join(text) from public;
grant execute on function castellan.sign_in_join(text) to castellan_admin, castellan_helpdesk, castellan_auditor;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.operator_guard(changes boolean default false, activity boolean default true)
returns castellan_private.elevation
language plpgsql
volatile
as $$
declare
    mine castellan_private.elevation;
    interactive boolean;
    last_at timestamptz;
    own_xid xid8 := pg_current_xact_id_if_assigned();
    started timestamptz := castellan_private.own_backend_start(); -- null fails closed
    now_at timestamptz := clock_timestamp();
begin
    perform castellan_private.isolation_check();
    -- What the caller's own open transaction made does not count: it could still be taken back.
    select m.interactive, a.last_at into interactive, last_at
      from castellan_private.elevation_member m
      join castellan_private.elevation_activity a on a.elevation = m.elevation
     where m.backend_pid = pg_backend_pid() and m.backend_start = started
       and m.xid is distinct from own_xid;
    select e.* into mine
      from castellan_private.elevation_member m
      join castellan_private.elevation e on e.id = m.elevation
      join castellan_private.operator o on o.role_name = e.operator
     where m.backend_pid = pg_backend_pid() and m.backend_start = started
       and e.operator = session_user::text
       and e.xid is distinct from own_xid
       and o.active and o.kind = e.kind
       and pg_has_role(session_user, 'castellan_' || e.kind, 'MEMBER');
    if mine.id is null or last_at is null or mine.expires_at <= now_at
       or last_at + castellan_private.setting_minutes('operator_idle_minutes') <= now_at then
        perform castellan_private.fail('ZC001');
    end if;
    if changes then
        perform from castellan_private.elevation e where e.id = mine.id for share;
        if not found then -- ended meanwhile
            perform castellan_private.fail('ZC001');
        end if;
    end if;
    if activity and interactive and last_at < now_at - interval '10 seconds'
       and current_setting('transaction_read_only') = 'off' then
        update castellan_private.elevation_activity a set last_at = now_at where a.elevation = mine.id;
    end if;
    return mine;
end $$;
comment on function castellan_private.operator_guard(boolean, boolean) is
    'First statement of what operators call: the caller''s elevation, or ZC001. changes: it stays in force until the end of the transaction; activity: the call keeps the session from going idle. Which kind may call is the function''s grant';
revoke all on function castellan_private.operator_guard(boolean, boolean) from public;

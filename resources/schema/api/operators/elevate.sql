-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.elevate(out ticket text, out idle_until timestamptz, out expires_at timestamptz)
language plpgsql
volatile
as $$
declare
    me text := session_user;
    now_at timestamptz := clock_timestamp();
    made uuid := gen_random_uuid();
    hashed bytea;
begin
    perform castellan_private.elevation_end(me, 'taken_over');
    ticket := encode(castellan_ext.gen_random_bytes(32), 'hex');
    hashed := sha256(convert_to(ticket, 'UTF8')); -- outside the statement, whose plan a log may show
    idle_until := now_at + castellan_private.setting_minutes('operator_idle_minutes');
    expires_at := now_at + castellan_private.setting_minutes('operator_session_minutes');
    insert into castellan_private.elevation (operator, id, kind, started_at, expires_at, client_address, ticket_sha256)
    select me, made, o.kind, now_at, elevate.expires_at, inet_client_addr(), hashed
      from castellan_private.operator o where o.role_name = me;
    insert into castellan_private.elevation_activity (elevation, last_at) values (made, now_at);
    insert into castellan_private.elevation_member (backend_pid, backend_start, elevation, interactive)
    values (pg_backend_pid(), castellan_private.own_backend_start(), made, true);
end $$;
comment on function castellan_private.elevate() is
    'Signs the calling operator in on this server process, in place of any earlier session';
revoke all on function castellan_private.elevate() from public;

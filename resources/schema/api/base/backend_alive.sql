-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_backends
create or replace function castellan_private.backend_alive(pid integer, started timestamptz)
returns boolean
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    perform pg_catalog.pg_stat_clear_snapshot(); -- the statistics stand still within a transaction
    return exists (select from pg_catalog.pg_stat_get_activity(backend_alive.pid) a
                    where a.backend_start = started);
end $$;
comment on function castellan_private.backend_alive(integer, timestamptz) is
    'Whether exactly this server process still runs';
revoke all on function castellan_private.backend_alive(integer, timestamptz) from public;
grant execute on function castellan_private.backend_alive(integer, timestamptz) to castellan_owner;

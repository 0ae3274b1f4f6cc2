-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_backends
create or replace function castellan_private.backend_end(pid integer, started timestamptz)
returns boolean
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    perform pg_catalog.pg_stat_clear_snapshot();
    -- Looked up and ended in one statement: the pid cannot become somebody else's in between.
    -- Waits up to two seconds, so that its locks are gone when the caller goes on.
    return coalesce((select pg_catalog.pg_terminate_backend(a.pid, 2000)
                       from pg_catalog.pg_stat_get_activity(backend_end.pid) a
                      where a.backend_start = started
                        and a.pid <> pg_catalog.pg_backend_pid()), false);
end $$;
comment on function castellan_private.backend_end(integer, timestamptz) is
    'Ends exactly this server process and waits for it; false when it was gone already. Never the caller''s own';
revoke all on function castellan_private.backend_end(integer, timestamptz) from public;
grant execute on function castellan_private.backend_end(integer, timestamptz) to castellan_owner;

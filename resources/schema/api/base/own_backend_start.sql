-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_backends
create or replace function castellan_private.own_backend_start()
returns timestamptz
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    return (
        select backend_start from pg_catalog.pg_stat_get_activity(pg_catalog.pg_backend_pid())
    );
end $$;
comment on function castellan_private.own_backend_start() is
    'When the caller''s server process started; with the pid it names that process for good';
revoke all on function castellan_private.own_backend_start() from public;
grant execute on function castellan_private.own_backend_start() to castellan_owner;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_backends
create or replace function castellan_private.role_backends_end(role_name text, idle_too boolean default false)
returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    perform pg_catalog.pg_stat_clear_snapshot();
    return (
        select count(*) filter (where pg_catalog.pg_terminate_backend(a.pid, 2000))::integer
          from pg_catalog.pg_stat_get_activity(null) a
          join pg_catalog.pg_roles r on r.oid = a.usesysid and not r.rolsuper
          join pg_catalog.pg_database d on d.oid = a.datid
         where r.rolname = role_backends_end.role_name
           and d.datname = current_database()
           and (idle_too or a.xact_start is not null)
           and a.pid <> pg_catalog.pg_backend_pid()
    );
end $$;
comment on function castellan_private.role_backends_end(text, boolean) is
    'Ends every other server process of a role in this database that has a transaction open, and waits for it: what such a one has locked, signed in or not, must not stand in the way of those who end its session. With idle_too those without one, too: after a new password, who knew the old one is out. Returns how many';
revoke all on function castellan_private.role_backends_end(text, boolean) from public;
grant execute on function castellan_private.role_backends_end(text, boolean) to castellan_owner;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.schema_version()
returns integer
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
set debug_print_plan = off
as $$
    select max(v.version) from castellan_private.schema_version v;
$$;
comment on function castellan.schema_version() is 'Number of the newest migration that was applied; callable before sign-in';
revoke all on function castellan.schema_version() from public;
grant execute on function castellan.schema_version()
    to castellan_admin, castellan_helpdesk, castellan_auditor, castellan_app, castellan_agent;

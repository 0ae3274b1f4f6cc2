-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_roles
create or replace function castellan_private.role_put(role_name text, kind text, scram_verifier text)
returns text
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    groups constant text[] := array['castellan_admin', 'castellan_helpdesk', 'castellan_auditor', 'castellan_app'];
    wanted text := 'castellan_' || kind;
    present pg_catalog.pg_roles;
    other text;
begin
    if wanted is null or wanted <> all (groups) then
        raise exception using errcode = 'ZC011', message = 'argument malformed: kind', column = 'kind';
    end if;
    -- A verifier, never a password: that would stand in the statement.
    if scram_verifier !~ '^SCRAM-SHA-256[$][0-9]{4,7}:[A-Za-z0-9+/=]+[$][A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' then
        raise exception using errcode = 'ZC011', message = 'argument malformed: scram_verifier', column = 'scram_verifier';
    end if;
    if left(role_name, 3) = 'pg_' or left(role_name, 10) = 'castellan_' or role_name in ('public', 'none') then
        return 'role_reserved';
    end if;
    select r.* into present from pg_catalog.pg_roles r where r.rolname = role_name;
    -- Its own attributes, and what it could become by SET ROLE or may do as a member: over the server, over
    -- every table (pg_write_all_data), as one of ours, or of another kind by way of a group of groups.
    if found and exists (
        select from pg_catalog.pg_roles r
         where pg_has_role(present.oid, r.oid, 'MEMBER')
           and (r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolreplication or r.rolbypassrls
                or (left(r.rolname, 3) = 'pg_' and r.rolname <> 'pg_database_owner')
                or (left(r.rolname, 10) = 'castellan_' and r.rolname <> all (groups))
                or (r.rolname = any (groups)
                    and not exists (select from pg_catalog.pg_auth_members m
                                     where m.roleid = r.oid and m.member = present.oid)))) then
        return 'role_privileged';
    end if;
    if present.oid is null then
        execute format('create role %I login nosuperuser nocreatedb nocreaterole noreplication nobypassrls', role_name);
    elsif not present.rolcanlogin then
        return 'role_without_login';
    end if;
    if scram_verifier is not null then
        execute format('alter role %I password %L', role_name, scram_verifier);
    end if;
    if kind <> 'app' then
        execute format('alter role %I connection limit 8', role_name);
    end if;
    -- From a fixed list: this role could grant far more.
    foreach other in array groups loop
        if other <> wanted and pg_has_role(role_name, other, 'MEMBER') then
            execute format('revoke %I from %I', other, role_name);
        end if;
    end loop;
    if not pg_has_role(role_name, wanted, 'MEMBER') then
        execute format('grant %I to %I', wanted, role_name);
    end if;
    return 'ok';
end $$;
comment on function castellan_private.role_put(text, text, text) is
    'Makes or changes a login role and puts it into exactly one of Castellan''s groups; no verifier leaves the password as it is. Outcomes: ok, role_reserved, role_privileged, role_without_login';
revoke all on function castellan_private.role_put(text, text, text) from public;
grant execute on function castellan_private.role_put(text, text, text) to castellan_owner;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- purpose: owners and groups, the three schemas, the extensions, and what PUBLIC loses
-- as: superuser

-- Roles belong to the cluster, not to the database: they may be there already, from another database
-- of the same server. Their attributes are set either way.
do $$
declare
    role_name text;
begin
    foreach role_name in array array[
        'castellan_owner', 'castellan_key', 'castellan_roles', 'castellan_backends',
        'castellan_admin', 'castellan_helpdesk', 'castellan_auditor', 'castellan_app', 'castellan_agent']
    loop
        begin
            execute format('create role %I', role_name);
        exception when duplicate_object or unique_violation then
            null; -- somebody else was first
        end;
        execute format('alter role %I nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls', role_name);
    end loop;
end $$;

comment on role castellan_owner is 'Castellan: owns the tables and the functions; holds no power over the server';
comment on role castellan_key is 'Castellan: owns the one function that reads the key file';
comment on role castellan_roles is 'Castellan: owns the functions that make and change operators'' roles';
comment on role castellan_backends is 'Castellan: owns the functions that see and end server processes';
comment on role castellan_admin is 'Castellan: security admins';
comment on role castellan_helpdesk is 'Castellan: helpdesk staff';
comment on role castellan_auditor is 'Castellan: auditors';
comment on role castellan_app is 'Castellan: the protected application';
comment on role castellan_agent is 'Castellan: the agent on the database host';

alter role castellan_roles createrole;

-- One power an owner; these are the only memberships of the four (a test holds them to it).
grant pg_read_server_files to castellan_key;
grant pg_signal_backend, pg_read_all_stats to castellan_backends;
grant execute on function pg_catalog.pg_read_binary_file(text) to castellan_key;

-- From 16 on CREATEROLE alone grants nothing: the right to hand out these groups, and no use of them.
do $$
begin
    if current_setting('server_version_num')::integer >= 160000 then
        execute 'grant castellan_admin, castellan_helpdesk, castellan_auditor, castellan_app, castellan_agent'
                ' to castellan_roles with admin option, inherit false, set false';
    end if;
end $$;

-- Only the global form works: with IN SCHEMA the revoke is accepted and does nothing.
alter default privileges for role castellan_owner revoke execute on functions from public;
alter default privileges for role castellan_key revoke execute on functions from public;
alter default privileges for role castellan_roles revoke execute on functions from public;
alter default privileges for role castellan_backends revoke execute on functions from public;
alter default privileges for role castellan_owner revoke usage on types from public;

create schema castellan authorization castellan_owner;
create schema castellan_private authorization castellan_owner;
create schema castellan_ext;
comment on schema castellan is 'What people and programs call: functions only';
comment on schema castellan_private is 'Tables and everything else that nobody may touch directly';
comment on schema castellan_ext is 'Extensions that Castellan calls through its own functions';

revoke all on schema castellan, castellan_private, castellan_ext from public;
grant usage on schema castellan
    to castellan_admin, castellan_helpdesk, castellan_auditor, castellan_app, castellan_agent;
grant usage on schema castellan_ext to castellan_owner, castellan_key;

-- An extension that stands elsewhere is used there, but only where nobody could have put a function of
-- their own: schema and extension owned by superusers, and no one else may create in it.
do $$
declare
    extension text;
    place record;
begin
    foreach extension in array array['pgcrypto', 'pg_trgm', 'unaccent'] loop
        select n.nspname, n.oid, n.nspowner, n.nspacl, e.extowner into place
          from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace
         where e.extname = extension;
        if not found then
            execute format('create extension %I with schema castellan_ext', extension);
        elsif not (select rolsuper from pg_catalog.pg_roles where oid = place.extowner)
           or not (select rolsuper from pg_catalog.pg_roles where oid = place.nspowner)
           or exists (select from pg_catalog.aclexplode(place.nspacl) a
                       left join pg_catalog.pg_roles r on r.oid = a.grantee
                      where a.privilege_type = 'CREATE' and not coalesce(r.rolsuper, false)) then
            raise exception using errcode = 'ZC030', message = 'unsafe extension', column = extension,
                hint = format('Extension %s stands in schema %s, where others may create objects.', extension, place.nspname);
        end if;
    end loop;
end $$;

-- Where pgcrypto or unaccent stands elsewhere, the same C functions are named in castellan_ext, so that
-- everything else calls one place.
do $$
begin
    if to_regprocedure('castellan_ext.hmac(bytea, bytea, text)') is null then
        create function castellan_ext.hmac(bytea, bytea, text) returns bytea
            language c immutable strict parallel safe as '$libdir/pgcrypto', 'pg_hmac';
        create function castellan_ext.encrypt_iv(bytea, bytea, bytea, text) returns bytea
            language c immutable strict parallel safe as '$libdir/pgcrypto', 'pg_encrypt_iv';
        create function castellan_ext.decrypt_iv(bytea, bytea, bytea, text) returns bytea
            language c immutable strict parallel safe as '$libdir/pgcrypto', 'pg_decrypt_iv';
        create function castellan_ext.crypt(text, text) returns text
            language c immutable strict parallel safe as '$libdir/pgcrypto', 'pg_crypt';
        create function castellan_ext.gen_salt(text, integer) returns text
            language c volatile strict parallel safe as '$libdir/pgcrypto', 'pg_gen_salt_rounds';
        create function castellan_ext.gen_random_bytes(integer) returns bytea
            language c volatile strict parallel safe as '$libdir/pgcrypto', 'pg_random_bytes';
    end if;
    if to_regprocedure('castellan_ext.unaccent(regdictionary, text)') is null then
        create function castellan_ext.unaccent(regdictionary, text) returns text
            language c stable strict parallel safe as '$libdir/unaccent', 'unaccent_dict';
        execute format('create text search dictionary castellan_ext.unaccent (template = %I.unaccent, rules = ''unaccent'')',
                       (select n.nspname from pg_catalog.pg_extension e
                          join pg_catalog.pg_namespace n on n.oid = e.extnamespace where e.extname = 'unaccent'));
    end if;
end $$;

revoke execute on all functions in schema castellan_ext from public;
grant execute on all functions in schema castellan_ext to castellan_owner;
grant execute on function castellan_ext.hmac(bytea, bytea, text) to castellan_key;

-- Bound values (codes, tickets) reach the server's log where statements are logged: not in this database.
do $$
begin
    execute format('alter database %I set log_parameter_max_length = 0', current_database());
    execute format('alter database %I set log_parameter_max_length_on_error = 0', current_database());
end $$;

create table castellan_private.schema_version (
    version integer primary key,
    name text not null,
    checksum bytea not null,
    applied_at timestamptz not null default clock_timestamp(),
    applied_by text not null default session_user
);
comment on table castellan_private.schema_version is 'One row a migration that was applied; never changed';
comment on column castellan_private.schema_version.checksum is 'SHA-256 of the migration file: an edited one is refused';

create table castellan_private.schema_api (
    only_row boolean primary key default true check (only_row),
    checksum bytea not null,
    applied_at timestamptz not null default clock_timestamp(),
    applied_by text not null default session_user
);
comment on table castellan_private.schema_api is 'Which set of functions is in place: one row';
comment on column castellan_private.schema_api.checksum is 'SHA-256 over all API files in order of their path';

alter table castellan_private.schema_version owner to castellan_owner;
alter table castellan_private.schema_api owner to castellan_owner;

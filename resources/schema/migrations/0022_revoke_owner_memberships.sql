-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- purpose: nobody acts as one of the four owners, and they hold no power but their own
-- as: superuser

-- Whoever may make roles could have made these names first, with a membership to come back by. Superusers
-- need none.
do $$
declare
    held record;
    groups constant text[] := array['castellan_admin', 'castellan_helpdesk', 'castellan_auditor',
                                    'castellan_app', 'castellan_agent'];
    owners constant text[] := array['castellan_owner', 'castellan_key', 'castellan_roles', 'castellan_backends'];
    grantors_matter constant boolean := current_setting('server_version_num')::integer >= 160000;
begin
    for held in
        select r.rolname as role, m.rolname as member, g.rolname as grantor
          from pg_catalog.pg_auth_members a
          join pg_catalog.pg_roles r on r.oid = a.roleid
          join pg_catalog.pg_roles m on m.oid = a.member
          left join pg_catalog.pg_roles g on g.oid = a.grantor
         where (r.rolname = any (owners) or m.rolname = any (owners))
           and (r.rolname, m.rolname) not in (('pg_read_server_files', 'castellan_key'),
                                              ('pg_signal_backend', 'castellan_backends'),
                                              ('pg_read_all_stats', 'castellan_backends'))
           and not (grantors_matter and m.rolname = 'castellan_roles' and r.rolname = any (groups))
    loop
        execute format('revoke %I from %I', held.role, held.member)
             || case when grantors_matter then format(' granted by %I', held.grantor) else '' end || ' cascade';
    end loop;
end $$;

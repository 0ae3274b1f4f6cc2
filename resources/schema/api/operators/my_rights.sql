-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.my_rights(out function text, out allowed boolean, out reason text)
returns setof record
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set debug_print_plan = off
as $$
declare
    with_me text[] := array['otp_enrol_request', 'otp_enrol_show', 'otp_enrol_check',
                            'recovery_codes_show', 'recovery_codes_handed_over'];
begin
    perform castellan_private.operator_guard(activity => false);
    return query
        select r.name, r.granted and r.policy, case when not r.granted then 'role' when not r.policy then 'policy' end
          from (select p.proname::text as name,
                       bool_or(has_function_privilege(session_user, p.oid, 'execute')) as granted,
                       bool_and(p.proname <> all (with_me)
                                or castellan_private.setting_value('with_me_ranks') <> '[]') as policy
                  from pg_proc p
                 where p.pronamespace = 'castellan'::regnamespace
                   and exists (select from aclexplode(p.proacl) g
                                where g.privilege_type = 'EXECUTE'
                                  and g.grantee in ('castellan_admin'::regrole, 'castellan_helpdesk'::regrole,
                                                    'castellan_auditor'::regrole))
                 group by p.proname) r
         order by r.name collate "C";
end $$;
comment on function castellan.my_rights() is
    'Every function that operators call, and whether the caller may: from the grants themselves. reason: role (not granted) or policy (a setting forbids it to everybody)';
revoke all on function castellan.my_rights() from public;
grant execute on function castellan.my_rights() to castellan_admin, castellan_helpdesk, castellan_auditor;

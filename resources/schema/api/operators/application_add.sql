-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.application_add(role_name text, scram_verifier text)
returns text
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    outcome text;
begin
    role_name := castellan_private.text_argument(role_name, 'role_name', 63, true);
    if octet_length(role_name) > 63 then
        perform castellan_private.fail('ZC012', 'role_name');
    end if;
    lock table castellan_private.operator in share row exclusive mode;
    if exists (select from castellan_private.operator o where o.role_name = application_add.role_name) then
        outcome := 'role_is_operator';
    else
        outcome := castellan_private.role_put(role_name, 'app', scram_verifier);
    end if;
    perform castellan_private.audit_write('application.add', outcome, 'break_glass', object_type => 'application',
        detail => jsonb_build_object('role', role_name), client => inet_client_addr());
    return outcome;
end $$;
comment on function castellan_private.application_add(text, text) is
    'For the superuser: a login role for the protected application. Outcomes: ok, role_is_operator, role_reserved, role_privileged, role_without_login';
revoke all on function castellan_private.application_add(text, text) from public;

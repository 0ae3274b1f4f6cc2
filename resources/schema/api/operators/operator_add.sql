-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.operator_add(role_name text, kind text, scram_verifier text,
    external_id text default null, out outcome text, out uri text)
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    known castellan_private.operator;
    own_account uuid;
    issued record;
    facts jsonb;
begin
    role_name := castellan_private.text_argument(role_name, 'role_name', 63, true);
    if kind is null or castellan_private.operator_kind(kind) is null then
        perform castellan_private.fail('ZC011', 'kind');
    end if;
    if octet_length(role_name) > 63 then -- a longer name would be cut and mean somebody else
        perform castellan_private.fail('ZC012', 'role_name');
    end if;
    lock table castellan_private.operator in share row exclusive mode; -- one at a time
    select o.* into known from castellan_private.operator o where o.role_name = operator_add.role_name;
    if known.role_name is not null then
        perform castellan_private.role_backends_end(role_name); -- which may have locked what follows
    end if;
    select a.id into own_account from castellan_private.account a where a.external_id = operator_add.external_id;
    if external_id is not null and own_account is null then
        outcome := 'account_not_found';
    elsif known.role_name is null and exists (
        select from pg_auth_members m join pg_roles r on r.oid = m.member
         where m.roleid = 'castellan_app'::regrole and r.rolname = operator_add.role_name) then
        outcome := 'role_is_application'; -- which would lose its group, and work no more
    else
        outcome := castellan_private.role_put(role_name, kind, scram_verifier);
    end if;
    facts := jsonb_strip_nulls(jsonb_build_object('operator', role_name, 'kind', kind, 'own_account', own_account));
    if outcome = 'ok' then
        if known.role_name is not null
           and (known.kind <> operator_add.kind or not known.active or scram_verifier is not null) then
            perform castellan_private.elevation_end(role_name, 'changed');
        end if;
        if scram_verifier is not null then
            perform castellan_private.role_backends_end(role_name, idle_too => true);
        end if;
        insert into castellan_private.operator as o (role_name, kind, account)
        values (operator_add.role_name, operator_add.kind, own_account)
        on conflict on constraint operator_pkey do update
           set kind = excluded.kind, active = true, account = coalesce(excluded.account, o.account),
               version = o.version + 1;
        if exists (select from castellan_private.factor f where f.operator = operator_add.role_name) then
            outcome := 'updated'; -- keeps the factor: operator_reset is what replaces it
        else
            select * into issued from castellan_private.operator_factor_issue(role_name);
            uri := issued.uri;
            facts := facts || jsonb_build_object('factor', issued.factor, 'fingerprint', issued.fingerprint);
        end if;
    end if;
    perform castellan_private.audit_write('operator.add', outcome, 'break_glass', object_type => 'operator',
                                          detail => facts, client => inet_client_addr());
end $$;
comment on function castellan_private.operator_add(text, text, text, text) is
    'Break-glass, for the superuser: makes a person an operator (login role, group, first factor) or changes kind and password of one. external_id: the person''s own account, on which they may not act; null leaves what is known. Outcomes: ok (with the key''s URI, once), updated (the factor stays), account_not_found, role_is_application, role_reserved, role_privileged, role_without_login';
revoke all on function castellan_private.operator_add(text, text, text, text) from public;

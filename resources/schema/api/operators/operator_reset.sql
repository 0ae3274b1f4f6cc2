-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.operator_reset(role_name text, out outcome text, out uri text)
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    issued record;
    facts jsonb := jsonb_build_object('operator', role_name);
begin
    outcome := case when exists (select from castellan_private.operator o where o.role_name = operator_reset.role_name)
                    then 'ok' else 'not_found' end;
    if outcome = 'ok' then
        perform castellan_private.role_backends_end(role_name); -- which may have locked what follows
        perform from castellan_private.operator o where o.role_name = operator_reset.role_name for update;
        perform castellan_private.elevation_end(role_name, 'reset');
        select * into issued from castellan_private.operator_factor_issue(role_name);
        uri := issued.uri;
        facts := facts || jsonb_build_object('factor', issued.factor, 'fingerprint', issued.fingerprint);
    end if;
    perform castellan_private.audit_write('operator.reset', outcome, 'break_glass', object_type => 'operator',
                                          detail => facts, client => inet_client_addr());
end $$;
comment on function castellan_private.operator_reset(text) is
    'Break-glass, for the superuser: a new factor for an operator, whose session ends. Outcomes: ok (with the key''s URI, once), not_found';
revoke all on function castellan_private.operator_reset(text) from public;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.operator_unlock(role_name text)
returns text
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    outcome text;
    before castellan_private.factor;
begin
    if exists (select from castellan_private.factor f where f.operator = role_name) then
        perform castellan_private.role_backends_end(role_name); -- a begun sign-in may hold the row
    end if;
    select f.* into before from castellan_private.factor f where f.operator = role_name for update;
    outcome := case when before.id is not null then 'ok' else 'not_found' end;
    update castellan_private.factor f
       set consecutive_failures = 0, locked_until = null, disabled_at = null, version = f.version + 1
     where f.id = before.id;
    perform castellan_private.audit_write('operator.unlock', outcome, 'break_glass', null, before.id, 'factor',
        jsonb_strip_nulls(jsonb_build_object('operator', role_name, 'failures', before.consecutive_failures,
            'locked_until', castellan_private.micros(before.locked_until))), inet_client_addr());
    return outcome;
end $$;
comment on function castellan_private.operator_unlock(text) is
    'Break-glass, for the superuser: lifts the lock of an operator''s factor and its count. Outcomes: ok, not_found';
revoke all on function castellan_private.operator_unlock(text) from public;

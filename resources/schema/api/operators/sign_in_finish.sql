-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.sign_in_finish(attempt uuid,
    out ok boolean, out outcome text, out retry_at timestamptz, out ticket text,
    out idle_until timestamptz, out expires_at timestamptz)
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set debug_print_plan = off
as $$
declare
    me text := session_user;
    taken record;
    begun castellan_private.sign_in_attempt;
    factor castellan_private.factor;
    facts jsonb;
    reason text;
begin
    perform castellan_private.isolation_check();
    ok := false;
    select * into taken from castellan_private.sign_in_take(attempt);
    begun := taken.begun;
    outcome := taken.outcome;
    if outcome is null then
        select f.* into factor from castellan_private.factor f where f.operator = me for update;
        select * into ok, outcome, retry_at, reason, facts from castellan_private.sign_in_judge(begun, factor);
    end if;
    if ok then
        select e.ticket, e.idle_until, e.expires_at into ticket, idle_until, expires_at
          from castellan_private.elevate() e;
    end if;
    perform castellan_private.audit_write('operator.sign_in', outcome, reason, null, factor.id, 'factor',
                                          coalesce(facts, '{}'), inet_client_addr());
exception when others then
    if left(sqlstate, 2) in ('25', '40', '53', '57', 'ZC') or sqlstate = '55P03' then
        raise;
    end if;
    perform castellan_private.fail('ZC900'); -- no constraint's or cast's text, which may show a row
end $$;
comment on function castellan.sign_in_finish(uuid) is
    'Second half: judges the code of an attempt against the time step of its begin, once. ok signs in, ends the operator''s other session and answers the ticket for further connections. Other outcomes: refused, replayed (retry_at: start of the next step), expired, not_enrolled, inactive';
revoke all on function castellan.sign_in_finish(uuid) from public;
grant execute on function castellan.sign_in_finish(uuid) to castellan_admin, castellan_helpdesk, castellan_auditor;

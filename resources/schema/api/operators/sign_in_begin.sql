-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.sign_in_begin(code text, out attempt uuid, out retry_at timestamptz)
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set debug_print_plan = off
as $$
declare
    me text := session_user;
    known boolean := exists (select from castellan_private.operator o where o.role_name = me and o.active);
    factor castellan_private.factor;
    now_at timestamptz;
    wanted text;
    facts jsonb := '{}';
    lock_end timestamptz;
    code_mac bytea;
    reason text;
begin
    perform castellan_private.isolation_check();
    delete from castellan_private.sign_in_attempt t
     where t.operator = me and t.begun_at < clock_timestamp() - interval '1 hour';
    select f.* into factor from castellan_private.factor f where f.operator = me for update;
    now_at := clock_timestamp(); -- after the wait for the row
    wanted := castellan_private.otp_input(code, coalesce(factor.digits, 6));
    if known and (factor.disabled_at is not null or factor.locked_until > now_at) then
        retry_at := case when factor.disabled_at is null then factor.locked_until end;
        perform castellan_private.audit_write('operator.sign_in_begin', 'locked',
            case when factor.disabled_at is not null then 'disabled' end, null, factor.id, 'factor',
            client => inet_client_addr());
        return;
    end if;
    attempt := gen_random_uuid();
    if known and factor.id is not null and wanted is not null then
        -- Opened, not looked at: a missing key fails here, before anything is counted. Every code counts as
        -- wrong until it is judged, and nothing here depends on whether it is.
        perform castellan_private.factor_seed(factor);
        code_mac := castellan_ext.hmac(convert_to(wanted, 'UTF8'),
                        castellan_private.sign_in_subkey(factor.key_version, attempt), 'sha256');
        select c.retry_at, c.facts into lock_end, facts from castellan_private.factor_fail(factor, now_at) c;
    else
        reason := case when not known then 'inactive' when factor.id is null then 'not_enrolled' else 'malformed' end;
    end if;
    insert into castellan_private.sign_in_attempt
        (id, operator, backend_pid, backend_start, begun_at, step, key_version, code_mac, locked_until)
    select attempt, me, pg_backend_pid(), castellan_private.own_backend_start(), now_at,
           castellan_private.otp_step(now_at, coalesce(factor.period, 30)), factor.key_version, code_mac, lock_end;
    perform castellan_private.audit_write('operator.sign_in_begin', 'ok', reason, null, factor.id, 'factor',
        facts, inet_client_addr());
exception when others then
    if left(sqlstate, 2) in ('25', '40', '53', '57', 'ZC') or sqlstate = '55P03' then
        raise;
    end if;
    perform castellan_private.fail('ZC900'); -- no constraint's or cast's text, which may show a row
end $$;
comment on function castellan.sign_in_begin(text) is
    'First half of an operator''s sign-in: takes a code, counts it as a failure and judges nothing. attempt is null while locked (retry_at null: until somebody lifts it). sign_in_finish judges, in a later transaction of this connection within 60 seconds';
revoke all on function castellan.sign_in_begin(text) from public;
grant execute on function castellan.sign_in_begin(text) to castellan_admin, castellan_helpdesk, castellan_auditor;

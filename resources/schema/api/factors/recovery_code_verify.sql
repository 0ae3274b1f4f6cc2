-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.recovery_code_verify(account uuid, code text, client inet,
    out ok boolean, out outcome text, out retry_at timestamptz, out proof uuid)
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set debug_print_plan = off
as $$
declare
    person record;
    codes castellan_private.recovery_set;
    now_at timestamptz;
    wanted text := castellan_private.code_input(code, 16);
    subkey bytea;
    hashed text;
    used timestamptz;
    reason text;
    facts jsonb := '{}';
begin
    perform castellan_private.application_guard(own_transaction => true);
    if account is null then
        perform castellan_private.fail('ZC010', 'account');
    end if;
    ok := false;
    outcome := 'refused';
    select a.active, a.must_enrol, a.rank into person
      from castellan_private.account a where a.id = recovery_code_verify.account;
    if not found or not person.active then
        reason := case when found then 'inactive' else 'unknown_account' end;
        perform castellan_private.audit_write('recovery_code.verify', outcome, reason, account, client => client);
        return;
    end if;
    -- One at a time: the lock, the count and the code are one decision.
    select s.* into codes from castellan_private.recovery_set s
     where s.account = recovery_code_verify.account for update;
    now_at := clock_timestamp(); -- the wait may have been long
    if codes.id is null then
        outcome := case when castellan_private.factor_required(person.must_enrol, person.rank)
                        then 'must_enrol' else 'not_enrolled' end;
    elsif codes.disabled_at is not null then
        outcome := 'locked';
        reason := 'disabled';
    elsif codes.locked_until > now_at then
        outcome := 'locked';
        retry_at := codes.locked_until;
    elsif wanted is null then
        reason := 'malformed';
    else
        subkey := castellan_private.recovery_subkey(codes.key_version, codes.id, codes.account);
        if castellan_private.key_check(subkey) <> codes.key_check then
            perform castellan_private.fail('ZC900', 'key');
        end if;
        hashed := castellan_private.recovery_hash(subkey, wanted, codes.salt);
        select c.used_at into used from castellan_private.recovery_code c
         where c.recovery_set = codes.id and c.hash = hashed;
        if found and used is null then
            update castellan_private.recovery_code c set used_at = now_at
             where c.recovery_set = codes.id and c.hash = hashed;
            update castellan_private.recovery_set s set consecutive_failures = 0, locked_until = null
             where s.id = codes.id and (s.consecutive_failures > 0 or s.locked_until is not null);
            ok := true;
            outcome := 'ok';
            proof := castellan_private.proof_issue(account, 'recovery_code');
            facts := jsonb_build_object('left', castellan_private.recovery_codes_left(account));
        elsif found then
            reason := 'replayed'; -- recorded, not counted: whoever has it has had a right one
        else
            update castellan_private.recovery_set s
               set consecutive_failures = s.consecutive_failures + 1,
                   locked_until = castellan_private.lock_until(s.consecutive_failures + 1, now_at),
                   disabled_at = case when s.consecutive_failures + 1 >= 100 then now_at end
             where s.id = codes.id
            returning * into codes;
            retry_at := case when codes.disabled_at is null then codes.locked_until end;
            reason := 'wrong';
            facts := jsonb_strip_nulls(jsonb_build_object('failures', codes.consecutive_failures,
                'locked_until', castellan_private.micros(codes.locked_until),
                'disabled', case when codes.disabled_at is not null then true end));
        end if;
    end if;
    perform castellan_private.audit_write('recovery_code.verify', outcome, reason, account, codes.id, 'recovery_set',
                                          facts, client);
    if ok and (facts ->> 'left')::integer <= (castellan_private.setting_value('recovery_low_water') #>> '{}')::integer then
        perform castellan_private.audit_write('recovery_code.low', 'warning', null, account, codes.id, 'recovery_set', facts);
    end if;
exception when others then
    if left(sqlstate, 2) in ('25', '40', '53', '57', 'ZC') or sqlstate = '55P03' then
        raise;
    end if;
    perform castellan_private.fail('ZC900'); -- no constraint's or cast's text, which may show a row
end $$;
comment on function castellan.recovery_code_verify(uuid, text, inet) is
    'Judges and spends a recovery code, in a transaction of its own. Outcomes as otp_verify; failures are counted apart';
revoke all on function castellan.recovery_code_verify(uuid, text, inet) from public;
grant execute on function castellan.recovery_code_verify(uuid, text, inet) to castellan_app;

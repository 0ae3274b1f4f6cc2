-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.otp_verify(account uuid, code text, client inet,
    out ok boolean, out outcome text, out retry_at timestamptz, out proof uuid)
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set debug_print_plan = off
as $$
declare
    person record;
    factor castellan_private.factor;
    now_at timestamptz := clock_timestamp();
    wanted text;
    seed bytea;
    mac_key bytea;
    code_mac bytea;
    matched bigint;
    reason text;
    facts jsonb := '{}';
    written bigint;
    judged record;
    diagnosed record;
begin
    -- Assignments rather than PERFORM and SELECT INTO: every login waits for this function, and a plain
    -- expression is spared the executor's start. It has no plan of its own either, in which a log could
    -- show the seed and the code.
    ok := castellan_private.application_guard(true);
    if account is null then
        perform castellan_private.fail('ZC010', 'account');
    end if;
    ok := false;
    outcome := 'refused';
    select a.active, a.must_enrol, a.rank, f as factor into person
      from castellan_private.account a
      left join castellan_private.factor f on f.account = a.id and not f.pending
     where a.id = otp_verify.account;
    factor := person.factor;
    wanted := castellan_private.otp_input(code, coalesce(factor.digits, 6));
    if person.active is null then
        reason := 'unknown_account';
    elsif not person.active then
        reason := 'inactive';
    elsif factor.id is null then
        outcome := case when castellan_private.factor_required(person.must_enrol, person.rank)
                        then 'must_enrol' else 'not_enrolled' end;
    elsif factor.disabled_at is not null then
        outcome := 'locked';
        reason := 'disabled';
    elsif factor.locked_until > now_at then
        outcome := 'locked';
        retry_at := factor.locked_until;
    elsif wanted is null then
        reason := 'malformed';
    else
        seed := castellan_private.factor_seed(factor);
        mac_key := uuid_send(gen_random_uuid());
        code_mac := castellan_ext.hmac(convert_to(wanted, 'UTF8'), mac_key, 'sha256');
        matched := castellan_private.otp_judge(seed, factor, castellan_private.otp_step(now_at, factor.period),
                                               code_mac, mac_key);
        if matched is not null then
            judged := castellan_private.factor_accept(factor, matched, now_at);
            ok := judged.ok;
            outcome := judged.outcome;
            retry_at := judged.retry_at;
            reason := judged.reason;
            facts := judged.facts;
            if ok then
                proof := castellan_private.proof_issue(account, 'otp');
            end if;
        else
            select * into outcome, retry_at, reason, facts
              from castellan_private.factor_fail(factor, now_at);
            if outcome = 'refused' then
                diagnosed := castellan_private.otp_diagnose(seed, factor, now_at, code_mac, mac_key);
                reason := diagnosed.diagnosis;
                facts := facts || case when diagnosed.offset_seconds is null then '{}'
                                       else jsonb_build_object('offset_seconds', diagnosed.offset_seconds) end;
            end if;
        end if;
    end if;
    written := castellan_private.audit_write('otp.verify', outcome, reason, account, factor.id, 'factor', facts, client);
exception when others then
    if left(sqlstate, 2) in ('25', '40', '53', '57', 'ZC') or sqlstate = '55P03' then
        raise;
    end if;
    perform castellan_private.fail('ZC900'); -- no constraint's or cast's text, which may show a row
end $$;
comment on function castellan.otp_verify(uuid, text, inet) is
    'Judges a code of the account''s authenticator, in a transaction of its own. Outcomes: ok (with a proof), refused, locked (retry_at null: until an operator acts), not_enrolled, must_enrol';
revoke all on function castellan.otp_verify(uuid, text, inet) from public;
grant execute on function castellan.otp_verify(uuid, text, inet) to castellan_app;

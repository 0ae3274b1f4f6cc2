-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.otp_enrol_begin(account uuid, proof uuid default null,
    out ok boolean, out outcome text, out enrolment uuid, out uri text)
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set debug_print_plan = off
set lock_timeout = '5s' -- an operator's open transaction may hold the account
as $$
declare
    person castellan_private.account;
    has_factor boolean;
    proven boolean := false;
    made castellan_private.enrolment;
    shown record;
    reason text;
    facts jsonb := '{}';
begin
    perform castellan_private.application_guard();
    if account is null then
        perform castellan_private.fail('ZC010', 'account');
    end if;
    ok := false;
    select a.* into person from castellan_private.account a
     where a.id = otp_enrol_begin.account for no key update;
    has_factor := exists (select from castellan_private.factor f
                           where f.account = otp_enrol_begin.account and not f.pending);
    if person.id is null or not person.active then
        outcome := 'refused';
        reason := case when person.id is null then 'unknown_account' else 'inactive' end;
    else
        proven := proof is not null and castellan_private.proof_use(proof, account);
        if not proven and (has_factor or proof is not null) then
            outcome := 'second_factor_required';
        elsif not proven and exists (select from castellan_private.enrolment e
                where e.account = otp_enrol_begin.account and e.method = 'remote'
                  and castellan_private.enrolment_closed(e) is null) then
            -- An operator has verified the caller and read out a code: a password alone gets no way past it.
            outcome := 'refused';
            reason := 'enrolment_code_open';
        else
            made := castellan_private.enrolment_make(account, 'application', 'requested', proven,
                        castellan_private.setting_minutes('enrolment_minutes'));
            select * into shown from castellan_private.enrolment_factor(made);
            ok := true;
            outcome := 'ok';
            enrolment := made.id;
            uri := shown.uri;
            facts := jsonb_build_object('factor', shown.factor, 'fingerprint', shown.fingerprint,
                                        'replaces', proven and has_factor);
        end if;
    end if;
    perform castellan_private.audit_write('otp.enrol_begin', outcome, reason, account, enrolment, 'enrolment', facts);
exception when others then
    if left(sqlstate, 2) in ('25', '40', '53', '57', 'ZC') or sqlstate = '55P03' then
        raise;
    end if;
    perform castellan_private.fail('ZC900'); -- no constraint's or cast's text, which may show a row
end $$;
comment on function castellan.otp_enrol_begin(uuid, uuid) is
    'Starts an enrolment in the application: a key, pending until a code confirms it. Outcomes: ok, refused, second_factor_required (a confirmed factor, or a proof that is not valid)';
revoke all on function castellan.otp_enrol_begin(uuid, uuid) from public;
grant execute on function castellan.otp_enrol_begin(uuid, uuid) to castellan_app;

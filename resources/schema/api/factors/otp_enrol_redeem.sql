-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.otp_enrol_redeem(account uuid, code text,
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
    open castellan_private.enrolment;
    wanted text := castellan_private.code_input(code, 10);
    subkey bytea;
    shown record;
    reason text;
    facts jsonb := '{}';
begin
    perform castellan_private.application_guard(own_transaction => true);
    if account is null then
        perform castellan_private.fail('ZC010', 'account');
    end if;
    ok := false;
    outcome := 'refused';
    select a.* into person from castellan_private.account a
     where a.id = otp_enrol_redeem.account for no key update;
    select e.* into open from castellan_private.enrolment e
     where e.account = otp_enrol_redeem.account and e.method = 'remote' and e.state = 'requested'
       and e.code_mac is not null and e.expires_at > clock_timestamp() for update;
    if person.id is null or not person.active then
        reason := case when person.id is null then 'unknown_account' else 'inactive' end;
    elsif open.id is null then
        reason := 'no_open_code';
    elsif wanted is null then
        reason := 'malformed';
    else
        subkey := castellan_private.enrolment_subkey(open.code_key_version, open.id, open.account);
        if castellan_private.key_check(subkey) <> open.code_key_check then
            perform castellan_private.fail('ZC900', 'key');
        end if;
        if castellan_ext.hmac(convert_to(wanted, 'UTF8'), subkey, 'sha256') = open.code_mac then
            select * into shown from castellan_private.enrolment_factor(open);
            update castellan_private.enrolment e set code_mac = null where e.id = open.id; -- once
            ok := true;
            outcome := 'ok';
            enrolment := open.id;
            uri := shown.uri;
            facts := jsonb_build_object('factor', shown.factor, 'fingerprint', shown.fingerprint);
        else
            update castellan_private.enrolment e
               set code_failures = e.code_failures + 1,
                   state = case when e.code_failures + 1 >= 10 then 'cancelled' else e.state end
             where e.id = open.id returning e.* into open;
            reason := case when open.state = 'cancelled' then 'too_many' else 'wrong' end;
            facts := jsonb_build_object('failures', open.code_failures);
        end if;
    end if;
    perform castellan_private.audit_write('otp.enrol_redeem', outcome, reason, account, open.id, 'enrolment', facts);
exception when others then
    if left(sqlstate, 2) in ('25', '40', '53', '57', 'ZC') or sqlstate = '55P03' then
        raise;
    end if;
    perform castellan_private.fail('ZC900'); -- no constraint's or cast's text, which may show a row
end $$;
comment on function castellan.otp_enrol_redeem(uuid, text) is
    'Exchanges an operator''s one-time enrolment code for a pending key, once, in a transaction of its own. Outcomes: ok, refused. Ten wrong codes cancel the enrolment';
revoke all on function castellan.otp_enrol_redeem(uuid, text) from public;
grant execute on function castellan.otp_enrol_redeem(uuid, text) to castellan_app;

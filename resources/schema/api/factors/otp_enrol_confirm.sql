-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.otp_enrol_confirm(enrolment uuid, code text,
    out ok boolean, out outcome text, out recovery_codes text[], out proof uuid)
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set debug_print_plan = off
set lock_timeout = '5s' -- an operator's open transaction may hold the account
as $$
declare
    open castellan_private.enrolment;
    checked record;
begin
    perform castellan_private.application_guard(own_transaction => true);
    if enrolment is null then
        perform castellan_private.fail('ZC010', 'enrolment');
    end if;
    ok := false;
    open := castellan_private.enrolment_lock(enrolment);
    outcome := case
        when open.id is null or open.method = 'with_me' then 'refused'
        when not (select a.active from castellan_private.account a where a.id = open.account) then 'refused'
        when open.state = 'requested' then 'refused' -- its code has not been redeemed
        else castellan_private.enrolment_closed(open) end;
    if outcome is not null then
        perform castellan_private.audit_write('otp.enrol_confirm', outcome, 'not_open', open.account, enrolment, 'enrolment');
        return;
    end if;
    checked := castellan_private.enrolment_confirm(open, code);
    ok := checked.ok;
    outcome := checked.outcome;
    if ok then
        recovery_codes := castellan_private.recovery_codes_issue(open.account);
        proof := castellan_private.proof_issue(open.account, 'enrolment');
        perform castellan_private.audit_write('recovery_codes.issue', 'ok', null, open.account, enrolment, 'enrolment',
                                              jsonb_build_object('count', cardinality(recovery_codes)));
    end if;
exception when others then
    if left(sqlstate, 2) in ('25', '40', '53', '57', 'ZC') or sqlstate = '55P03' then
        raise;
    end if;
    perform castellan_private.fail('ZC900'); -- no constraint's or cast's text, which may show a row
end $$;
comment on function castellan.otp_enrol_confirm(uuid, text) is
    'The first code of a new key puts it in force and answers ten recovery codes, once, and a proof; in a transaction of its own. Outcomes: ok, refused, expired, cancelled, superseded, done, already_enrolled';
revoke all on function castellan.otp_enrol_confirm(uuid, text) from public;
grant execute on function castellan.otp_enrol_confirm(uuid, text) to castellan_app;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.enrolment_request(
    me castellan_private.elevation, account uuid, method text, reason text, ticket text, note text, life interval,
    out ok boolean, out outcome text, out enrolment uuid, out expires_at timestamptz)
language plpgsql
volatile
as $$
declare
    person castellan_private.account;
    made castellan_private.enrolment;
    format text := castellan_private.setting_value('ticket_format') #>> '{}';
begin
    if account is null then
        perform castellan_private.fail('ZC010', 'account');
    end if;
    reason := castellan_private.text_argument(reason, 'reason', 32, true);
    ticket := castellan_private.text_argument(ticket, 'ticket', 100,
                  castellan_private.setting_value('ticket_required') = 'true');
    note := castellan_private.text_argument(note, 'note', 2000, reason = 'other');
    if reason not in ('new_phone', 'lost_phone', 'first_factor', 'other') then
        perform castellan_private.fail('ZC011', 'reason');
    end if;
    if ticket is not null and format <> '' and ticket !~ ('^(?:' || format || ')$') then
        perform castellan_private.fail('ZC011', 'ticket');
    end if;
    select a.* into person from castellan_private.account a
     where a.id = enrolment_request.account for no key update;
    outcome := castellan_private.account_refusal(me, person);
    if outcome is null and exists (select from castellan_private.factor f
                                    where f.account = enrolment_request.account and not f.pending) then
        outcome := 'already_enrolled';
    elsif outcome is null and method = 'with_me'
          and not castellan_private.setting_has('with_me_ranks', castellan_private.account_highest_rank(person.id)) then
        outcome := 'policy';
    end if;
    ok := outcome is null;
    if ok then
        outcome := 'ok';
        made := castellan_private.enrolment_make(account, method, 'requested', false, life, reason, ticket, note);
        enrolment := made.id;
        expires_at := made.expires_at;
    end if;
    perform castellan_private.audit_write('otp.enrol_request', outcome, null, account, enrolment, 'enrolment',
        jsonb_strip_nulls(jsonb_build_object('method', method, 'reason', reason, 'ticket', ticket)),
        inet_client_addr(), case when note is not null then jsonb_build_object('note', note) end);
end $$;
comment on function castellan_private.enrolment_request(castellan_private.elevation, uuid, text, text, text, text, interval) is
    'Records an operator''s request to enrol an account, or why not; discloses nothing';
revoke all on function castellan_private.enrolment_request(castellan_private.elevation, uuid, text, text, text, text, interval) from public;

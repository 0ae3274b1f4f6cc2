-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.otp_enrol_check(enrolment uuid, code text,
    out ok boolean, out outcome text, out diagnosis text, out offset_seconds integer)
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set debug_print_plan = off
as $$
declare
    me castellan_private.elevation := castellan_private.operator_guard(true);
    mine record;
    open castellan_private.enrolment;
    checked record;
begin
    select * into mine from castellan_private.enrolment_mine_open(me, enrolment, 'with_me');
    open := mine.taken;
    outcome := mine.refusal;
    if outcome is null and open.state = 'requested' then
        outcome := 'not_shown';
    end if;
    if outcome is not null then
        ok := false;
        perform castellan_private.audit_write('otp.enrol_confirm', outcome, null, open.account, enrolment, 'enrolment',
                                              client => inet_client_addr());
        return;
    end if;
    checked := castellan_private.enrolment_confirm(open, code);
    ok := checked.ok;
    outcome := checked.outcome;
    diagnosis := checked.diagnosis;
    offset_seconds := checked.offset_seconds;
exception when others then
    if left(sqlstate, 2) in ('25', '40', '53', '57', 'ZC') or sqlstate = '55P03' then
        raise;
    end if;
    perform castellan_private.fail('ZC900'); -- no constraint's or cast's text, which may show a row
end $$;
comment on function castellan.otp_enrol_check(uuid, text) is
    'Third step: a code of the device puts the key in force, or a diagnosis says what is wrong with it (wrong, malformed, previous_step, clock, algorithm, period, key_as_text). Outcomes: ok, refused, not_shown, already_enrolled and those of otp_enrol_show';
revoke all on function castellan.otp_enrol_check(uuid, text) from public;
grant execute on function castellan.otp_enrol_check(uuid, text) to castellan_admin, castellan_helpdesk;

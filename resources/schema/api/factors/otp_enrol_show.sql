-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.otp_enrol_show(enrolment uuid,
    out ok boolean, out outcome text, out uri text, out expires_at timestamptz)
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
    shown record;
    facts jsonb := '{}';
begin
    select * into mine from castellan_private.enrolment_mine_open(me, enrolment, 'with_me');
    open := mine.taken;
    outcome := mine.refusal;
    ok := outcome is null;
    if ok then
        outcome := 'ok';
        select * into shown from castellan_private.enrolment_factor(open);
        uri := shown.uri;
        select e.expires_at into expires_at from castellan_private.enrolment e where e.id = open.id;
        facts := jsonb_build_object('factor', shown.factor, 'fingerprint', shown.fingerprint);
    end if;
    perform castellan_private.audit_write('otp.enrol_show', outcome, null, open.account, enrolment, 'enrolment', facts,
                                          inet_client_addr());
exception when others then
    if left(sqlstate, 2) in ('25', '40', '53', '57', 'ZC') or sqlstate = '55P03' then
        raise;
    end if;
    perform castellan_private.fail('ZC900'); -- no constraint's or cast's text, which may show a row
end $$;
comment on function castellan.otp_enrol_show(uuid) is
    'Second step, in a later transaction: the key as URI for the QR code; the same one when asked again. Outcomes: ok, expired, not_found, foreign, done, cancelled, superseded, rank, inactive';
revoke all on function castellan.otp_enrol_show(uuid) from public;
grant execute on function castellan.otp_enrol_show(uuid) to castellan_admin, castellan_helpdesk;

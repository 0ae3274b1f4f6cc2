-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.otp_enrol_request(account uuid, reason text, ticket text, note text,
    out ok boolean, out outcome text, out enrolment uuid, out expires_at timestamptz)
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set debug_print_plan = off
as $$
declare
    me castellan_private.elevation := castellan_private.operator_guard(true);
begin
    select r.ok, r.outcome, r.enrolment, r.expires_at into ok, outcome, enrolment, expires_at
      from castellan_private.enrolment_request(me, account, 'with_me', reason, ticket, note,
               castellan_private.setting_minutes('enrolment_minutes')) r;
exception when others then
    if left(sqlstate, 2) in ('25', '40', '53', '57', 'ZC') or sqlstate = '55P03' then
        raise;
    end if;
    perform castellan_private.fail('ZC900'); -- no constraint's or cast's text, which may show a row
end $$;
comment on function castellan.otp_enrol_request(uuid, text, text, text) is
    'First step of enrolling somebody at the operator''s screen: records who asks and why. reason: new_phone, lost_phone, first_factor, other (with a note). Outcomes: ok, rank, inactive, already_enrolled, policy, not_found';
revoke all on function castellan.otp_enrol_request(uuid, text, text, text) from public;
grant execute on function castellan.otp_enrol_request(uuid, text, text, text) to castellan_admin, castellan_helpdesk;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.otp_enrol_cancel(enrolment uuid, out ok boolean, out outcome text)
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set debug_print_plan = off
as $$
declare
    me castellan_private.elevation := castellan_private.operator_guard(true);
    open castellan_private.enrolment;
begin
    if enrolment is null then
        perform castellan_private.fail('ZC010', 'enrolment');
    end if;
    open := castellan_private.enrolment_lock(enrolment);
    outcome := case
        when open.id is null or open.method = 'application' then 'not_found'
        when open.requested_by <> me.operator then 'foreign'
        else coalesce(castellan_private.enrolment_closed(open), 'ok') end;
    ok := outcome = 'ok';
    if ok then
        update castellan_private.enrolment e set state = 'cancelled', code_mac = null where e.id = open.id;
        delete from castellan_private.factor f where f.id = open.factor and f.pending;
    end if;
    perform castellan_private.audit_write('otp.enrol_cancel', outcome, null, open.account, enrolment, 'enrolment',
                                          client => inet_client_addr());
exception when others then
    if left(sqlstate, 2) in ('25', '40', '53', '57', 'ZC') or sqlstate = '55P03' then
        raise;
    end if;
    perform castellan_private.fail('ZC900'); -- no constraint's or cast's text, which may show a row
end $$;
comment on function castellan.otp_enrol_cancel(uuid) is
    'Gives up an enrolment that is not confirmed, at the screen or remote: its key and code are gone. Outcomes: ok, done, cancelled, superseded, expired, not_found, foreign';
revoke all on function castellan.otp_enrol_cancel(uuid) from public;
grant execute on function castellan.otp_enrol_cancel(uuid) to castellan_admin, castellan_helpdesk;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.otp_enrol_code_show(enrolment uuid,
    out ok boolean, out outcome text, out code text, out expires_at timestamptz)
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
    version smallint;
    subkey bytea;
    plain text;
    check_of_key bytea;
    mac bytea;
begin
    select * into mine from castellan_private.enrolment_mine_open(me, enrolment, 'remote');
    open := mine.taken;
    outcome := mine.refusal;
    outcome := coalesce(outcome, case
        when open.code_key_version is not null then 'shown'
        else 'ok' end);
    ok := outcome = 'ok';
    if ok then
        version := castellan_private.key_active();
        subkey := castellan_private.enrolment_subkey(version, open.id, open.account);
        plain := castellan_private.code_random(10);
        -- Assignments: what stands in the UPDATE is a constant of its plan, which a log may show.
        check_of_key := castellan_private.key_check(subkey);
        mac := castellan_ext.hmac(convert_to(plain, 'UTF8'), subkey, 'sha256');
        update castellan_private.enrolment e
           set code_key_version = version, code_key_check = check_of_key, code_mac = mac,
               expires_at = clock_timestamp() + castellan_private.setting_minutes('enrolment_code_minutes')
         where e.id = open.id
        returning e.expires_at into expires_at;
        code := castellan_private.code_shown(plain, 5);
    end if;
    perform castellan_private.audit_write('otp.enrol_code_show', outcome, null, open.account, enrolment, 'enrolment',
                                          client => inet_client_addr());
exception when others then
    if left(sqlstate, 2) in ('25', '40', '53', '57', 'ZC') or sqlstate = '55P03' then
        raise;
    end if;
    perform castellan_private.fail('ZC900'); -- no constraint's or cast's text, which may show a row
end $$;
comment on function castellan.otp_enrol_code_show(uuid) is
    'Second step, in a later transaction: the one-time enrolment code, once; the person enters it in the application. Outcomes: ok, shown and those of otp_enrol_show';
revoke all on function castellan.otp_enrol_code_show(uuid) from public;
grant execute on function castellan.otp_enrol_code_show(uuid) to castellan_admin, castellan_helpdesk;

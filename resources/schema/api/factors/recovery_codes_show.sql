-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.recovery_codes_show(enrolment uuid,
    out ok boolean, out outcome text, out codes text[])
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set debug_print_plan = off
as $$
declare
    me castellan_private.elevation := castellan_private.operator_guard(true);
    own_xid xid8 := pg_current_xact_id_if_assigned();
    mine record;
    done castellan_private.enrolment;
    person castellan_private.account;
begin
    select * into mine from castellan_private.enrolment_mine(me, enrolment, 'with_me');
    done := mine.taken;
    outcome := mine.refusal;
    outcome := coalesce(outcome, case
        when done.state <> 'confirmed' or done.confirm_xid = own_xid then 'not_confirmed'
        when done.codes_shown_at is not null then 'shown'
        when done.factor is null -- another factor has taken its place
          or done.confirmed_at + castellan_private.setting_minutes('enrolment_minutes') <= clock_timestamp() then 'expired'
        else null end);
    if outcome is null then -- the account may have changed since the confirmation
        select a.* into person from castellan_private.account a where a.id = done.account;
        outcome := coalesce(castellan_private.account_refusal(me, person), 'ok');
    end if;
    ok := outcome = 'ok';
    if ok then
        codes := castellan_private.recovery_codes_issue(done.account);
        update castellan_private.enrolment e set codes_shown_at = clock_timestamp() where e.id = done.id;
    end if;
    perform castellan_private.audit_write('recovery_codes.issue', outcome, null, done.account, enrolment, 'enrolment',
        case when ok then jsonb_build_object('count', cardinality(codes)) else '{}' end, inet_client_addr());
exception when others then
    if left(sqlstate, 2) in ('25', '40', '53', '57', 'ZC') or sqlstate = '55P03' then
        raise;
    end if;
    perform castellan_private.fail('ZC900'); -- no constraint's or cast's text, which may show a row
end $$;
comment on function castellan.recovery_codes_show(uuid) is
    'Fourth step, in a transaction after the confirmation: ten recovery codes, issued and shown once. Outcomes: ok, not_confirmed, shown, expired, not_found, foreign, rank, inactive';
revoke all on function castellan.recovery_codes_show(uuid) from public;
grant execute on function castellan.recovery_codes_show(uuid) to castellan_admin, castellan_helpdesk;

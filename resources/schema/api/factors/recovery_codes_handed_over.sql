-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.recovery_codes_handed_over(enrolment uuid, out ok boolean, out outcome text)
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set debug_print_plan = off
as $$
declare
    me castellan_private.elevation := castellan_private.operator_guard(true);
    mine record;
    done castellan_private.enrolment;
begin
    select * into mine from castellan_private.enrolment_mine(me, enrolment, 'with_me');
    done := mine.taken;
    outcome := mine.refusal;
    outcome := coalesce(outcome, case
        when done.codes_shown_at is null then 'not_shown'
        when done.handed_over_at is not null then 'done'
        else 'ok' end);
    ok := outcome = 'ok';
    if ok then
        update castellan_private.enrolment e set handed_over_at = clock_timestamp() where e.id = done.id;
    end if;
    perform castellan_private.audit_write('recovery_codes.handed_over', outcome, null, done.account, enrolment,
                                          'enrolment', client => inet_client_addr());
exception when others then
    if left(sqlstate, 2) in ('25', '40', '53', '57', 'ZC') or sqlstate = '55P03' then
        raise;
    end if;
    perform castellan_private.fail('ZC900'); -- no constraint's or cast's text, which may show a row
end $$;
comment on function castellan.recovery_codes_handed_over(uuid) is
    'Last step: the operator says that the person has the recovery codes. Outcomes: ok, not_shown, done, not_found, foreign';
revoke all on function castellan.recovery_codes_handed_over(uuid) from public;
grant execute on function castellan.recovery_codes_handed_over(uuid) to castellan_admin, castellan_helpdesk;

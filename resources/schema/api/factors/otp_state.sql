-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.otp_state(account uuid,
    out required boolean, out enrolled boolean, out enrol_by timestamptz,
    out recovery_codes_left integer, out locked_until timestamptz)
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set debug_print_plan = off
as $$
begin
    perform castellan_private.application_guard();
    if account is null then
        perform castellan_private.fail('ZC010', 'account');
    end if;
    select castellan_private.factor_required(a.must_enrol, a.rank), f.id is not null, a.enrol_by,
           castellan_private.recovery_codes_left(a.id),
           case when f.locked_until > clock_timestamp() then f.locked_until end
      into required, enrolled, enrol_by, recovery_codes_left, locked_until
      from castellan_private.account a
      left join castellan_private.factor f on f.account = a.id and not f.pending
     where a.id = otp_state.account;
    if not found then
        perform castellan_private.fail('ZC013', 'account'); -- a row of nulls would read as "nothing required"
    end if;
exception when others then
    if left(sqlstate, 2) in ('25', '40', '53', '57', 'ZC') or sqlstate = '55P03' then
        raise;
    end if;
    perform castellan_private.fail('ZC900'); -- no constraint's or cast's text, which may show a row
end $$;
comment on function castellan.otp_state(uuid) is
    'Where an account stands: must it have a second factor (since enrol_by), has it one, how many recovery codes are left, until when it is locked';
revoke all on function castellan.otp_state(uuid) from public;
grant execute on function castellan.otp_state(uuid) to castellan_app;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.account_detail(account uuid,
    out id uuid, out external_id text, out login text, out display_name text, out email text, out rank text,
    out active boolean, out factor_state text, out factor_until timestamptz, out factors integer,
    out recovery_codes_left integer, out last_used_at timestamptz, out enrolled_at timestamptz,
    out created_at timestamptz, out version bigint, out "position" jsonb,
    out must_enrol boolean, out enrol_by timestamptz, out factor_confirmed_at timestamptz, out drift_steps integer,
    out consecutive_failures integer, out locked_until timestamptz, out recovery_locked_until timestamptz,
    out pending_enrolment uuid, out pending_until timestamptz, out pending_by text, out highest_rank text,
    out pending_method text, out recovery_disabled_at timestamptz, out disabled_at timestamptz)
returns setof record
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set debug_print_plan = off
set "TimeZone" = 'UTC'
set jit = off
as $$
declare
    now_at timestamptz := clock_timestamp();
begin
    perform castellan_private.operator_guard();
    if account is null then
        perform castellan_private.fail('ZC010', 'account');
    end if;
    return query
        select r.id, r.external_id, r.login, r.display_name, r.email, r.rank, r.active, r.factor_state, r.factor_until,
               r.factors, r.recovery_codes_left, r.last_used_at, r.enrolled_at, r.created_at, r.version, r."position",
               a.must_enrol, a.enrol_by, f.confirmed_at, f.drift_steps::integer,
               coalesce(f.consecutive_failures, 0),
               case when f.locked_until > now_at then f.locked_until end,
               case when s.locked_until > now_at then s.locked_until end,
               e.id, e.expires_at, case when e.method <> 'application' then e.requested_by end,
               castellan_private.account_highest_rank(a.id),
               e.method, s.disabled_at, f.disabled_at
          from castellan_private.account_entries(array[account_detail.account], null, now_at) r
          join castellan_private.account a on a.id = r.id
          left join castellan_private.factor f on f.account = a.id and not f.pending
          left join castellan_private.recovery_set s on s.account = a.id
          left join castellan_private.enrolment e
                 on e.account = a.id and e.state in ('requested', 'shown') and e.expires_at > now_at;
end $$;
comment on function castellan.account_detail(uuid) is
    'One account with its locks, counters and the enrolment under way; no row when there is none of that id. pending_by: the operator, null when the person began it; highest_rank: of the last 24 hours';
revoke all on function castellan.account_detail(uuid) from public;
grant execute on function castellan.account_detail(uuid) to castellan_admin, castellan_helpdesk, castellan_auditor;

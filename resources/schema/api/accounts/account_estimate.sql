-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.account_estimate(f castellan_private.account_filter)
returns bigint
language plpgsql
volatile
as $$
declare
    plan json;
begin
    -- The planner's statistics, asked in a third of a millisecond. Who is locked or pending is not in
    -- them: account_candidates() knows.
    f.locked := false;
    f.pending := false;
    execute 'explain (format json) select from castellan_private.account a where '
            || castellan_private.account_condition(f, false)
       into plan using f.pattern, f.grams, f.ranks;
    return (plan -> 0 -> 'Plan' ->> 'Plan Rows')::numeric::bigint;
end $$;
comment on function castellan_private.account_estimate(castellan_private.account_filter) is
    'About how many accounts match, leaving locks and pending enrolments aside';
revoke all on function castellan_private.account_estimate(castellan_private.account_filter) from public;

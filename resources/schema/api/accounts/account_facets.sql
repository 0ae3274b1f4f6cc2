-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.account_facets(filter jsonb, out facet text, out count bigint, out exact boolean)
returns setof record
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set debug_print_plan = off
set jit = off
as $$
declare
    now_at timestamptz := clock_timestamp();
    f castellan_private.account_filter;
    word text;
begin
    perform castellan_private.operator_guard();
    perform castellan_private.account_filter_read(filter);
    foreach word in array array['no_factor', 'locked', 'privileged', 'pending'] loop
        f := castellan_private.account_filter_read(
            coalesce(nullif(filter, 'null'), '{}')
            || jsonb_build_object('facets', coalesce(nullif(filter -> 'facets', 'null'), '[]') || to_jsonb(word)));
        select word, t.count, t.exact into facet, count, exact from castellan_private.account_tally(f, now_at, 20000) t;
        return next;
    end loop;
end $$;
comment on function castellan.account_facets(jsonb) is
    'For each facet, how many accounts would be left if it were chosen besides the filter: no_factor (no confirmed factor), locked (locked just now, or disabled), privileged (rank staff or admin), pending (no factor, and an enrolment under way)';
revoke all on function castellan.account_facets(jsonb) from public;
grant execute on function castellan.account_facets(jsonb) to castellan_admin, castellan_helpdesk, castellan_auditor;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.account_list(
    filter jsonb, sort text, descending boolean, at jsonb, backward boolean, row_limit integer,
    out id uuid, out external_id text, out login text, out display_name text, out email text, out rank text,
    out active boolean, out factor_state text, out factor_until timestamptz, out factors integer,
    out recovery_codes_left integer, out last_used_at timestamptz, out enrolled_at timestamptz,
    out created_at timestamptz, out version bigint, out "position" jsonb)
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
    f castellan_private.account_filter;
    place castellan_private.account_place;
    wanted integer;
    ids uuid[];
begin
    perform castellan_private.operator_guard();
    sort := castellan_private.account_sort_argument(sort);
    descending := coalesce(descending, false);
    backward := coalesce(backward, false);
    wanted := castellan_private.number_argument(row_limit, 'row_limit', 100, 1000);
    f := castellan_private.account_filter_read(filter);
    place := castellan_private.account_place_read(at, sort, descending, backward);
    ids := castellan_private.account_page(sort, f, place, descending = backward, wanted, now_at);
    return query
        select e.id, e.external_id, e.login, e.display_name, e.email, e.rank, e.active, e.factor_state, e.factor_until,
               e.factors, e.recovery_codes_left, e.last_used_at, e.enrolled_at, e.created_at, e.version, e."position"
          from castellan_private.account_entries(ids, sort, now_at) e
         order by case when backward then -e.ordinal else e.ordinal end;
end $$;
comment on function castellan.account_list(jsonb, text, boolean, jsonb, boolean, integer) is
    'At most row_limit (1000) accounts beyond a position, in list order. filter: {"text", "facets": [no_factor, locked, privileged, pending], "ranks", "active"}, all must hold. sort: name, login, last_used, created or rank, with the id deciding between equals; descending is the exact reverse. at: a row''s position, or null for the start (backward: the end)';
revoke all on function castellan.account_list(jsonb, text, boolean, jsonb, boolean, integer) from public;
grant execute on function castellan.account_list(jsonb, text, boolean, jsonb, boolean, integer)
    to castellan_admin, castellan_helpdesk, castellan_auditor;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.account_rows(ids uuid[],
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
begin
    perform castellan_private.operator_guard();
    if cardinality(ids) > 2000 then
        perform castellan_private.fail('ZC012', 'ids');
    end if;
    return query
        select e.id, e.external_id, e.login, e.display_name, e.email, e.rank, e.active, e.factor_state, e.factor_until,
               e.factors, e.recovery_codes_left, e.last_used_at, e.enrolled_at, e.created_at, e.version, e."position"
          from castellan_private.account_entries(ids, null, clock_timestamp()) e;
end $$;
comment on function castellan.account_rows(uuid[]) is
    'These accounts (at most 2000) as they are now, in the order asked for; one that is gone is missing. Their positions fit every sort order';
revoke all on function castellan.account_rows(uuid[]) from public;
grant execute on function castellan.account_rows(uuid[]) to castellan_admin, castellan_helpdesk, castellan_auditor;

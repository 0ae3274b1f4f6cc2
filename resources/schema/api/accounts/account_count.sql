-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.account_count(filter jsonb, out count bigint, out exact boolean)
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set debug_print_plan = off
set jit = off
as $$
begin
    perform castellan_private.operator_guard();
    select t.count, t.exact into count, exact
      from castellan_private.account_tally(castellan_private.account_filter_read(filter), clock_timestamp(), 50000) t;
end $$;
comment on function castellan.account_count(jsonb) is
    'How many accounts match the filter of account_list(); beyond about 50,000 an estimate, exact false';
revoke all on function castellan.account_count(jsonb) from public;
grant execute on function castellan.account_count(jsonb) to castellan_admin, castellan_helpdesk, castellan_auditor;

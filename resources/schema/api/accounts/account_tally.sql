-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.account_tally(
    f castellan_private.account_filter, now_at timestamptz, maximum integer,
    out count bigint, out exact boolean)
language plpgsql
volatile
as $$
declare
    candidates uuid[];
    estimate bigint;
begin
    exact := true;
    count := 0;
    if f.nothing then
        return;
    end if;
    if f.locked or f.pending then
        candidates := castellan_private.account_candidates(f, now_at, maximum);
    end if;
    if candidates is null then
        estimate := castellan_private.account_estimate(f);
        if f.locked or f.pending then -- more than maximum: no statistics tell how many of them match the rest
            exact := false;
            count := least(estimate, maximum);
            return;
        end if;
        if estimate > maximum then
            exact := false;
            count := estimate;
            return;
        end if;
    end if;
    execute format('select count(*) from (select from castellan_private.account a where %s and %s limit %s) n',
                   castellan_private.account_condition(f, castellan_private.account_text_is_rare(f)),
                   case when candidates is null then 'true' else 'a.id = any ($11)' end, 2 * maximum + 1)
       into count
      using f.pattern, f.grams, f.ranks, null::text, null::timestamptz, null::smallint, null::uuid,
            null::integer, null::integer, now_at, candidates;
    exact := count <= 2 * maximum;
end $$;
comment on function castellan_private.account_tally(castellan_private.account_filter, timestamptz, integer) is
    'How many accounts match: counted where they are hardly more than maximum, otherwise the planner''s estimate';
revoke all on function castellan_private.account_tally(castellan_private.account_filter, timestamptz, integer) from public;

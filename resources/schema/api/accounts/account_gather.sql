-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.account_gather(
    segment text, f castellan_private.account_filter, place castellan_private.account_place,
    up boolean, wanted integer, now_at timestamptz, candidates uuid[], by_index boolean)
returns uuid[]
language plpgsql
volatile
as $$
declare
    along record := castellan_private.account_order(segment, place, up);
    ids uuid[];
begin
    -- OFFSET 0 keeps the planner from walking along the order after all.
    execute format('select array(select a.id from (select a.* from castellan_private.account a where %s and %s offset 0) a'
                   ' %s where %s order by %s limit $8)',
                   castellan_private.account_condition(f, by_index),
                   case when candidates is null then 'true' else 'a.id = any ($11)' end,
                   case when segment = 'used' then 'join castellan_private.factor u on u.account = a.id' end,
                   along.part, along.ordering)
       into ids
      using f.pattern, f.grams, f.ranks, place.key_text, place.key_time, place.key_rank, place.id,
            wanted, null::integer, now_at, candidates;
    return ids;
end $$;
comment on function castellan_private.account_gather(
    text, castellan_private.account_filter, castellan_private.account_place, boolean, integer, timestamptz, uuid[], boolean) is
    'Collects all matches by whatever index serves the filter, or from the candidates, and sorts out the first of them';
revoke all on function castellan_private.account_gather(
    text, castellan_private.account_filter, castellan_private.account_place, boolean, integer, timestamptz, uuid[], boolean) from public;

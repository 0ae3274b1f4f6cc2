-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.account_walk(
    segment text, f castellan_private.account_filter, place castellan_private.account_place,
    up boolean, wanted integer, budget integer, now_at timestamptz,
    out ids uuid[], out ended boolean)
language plpgsql
volatile
as $$
declare
    along record := castellan_private.account_order(segment, place, up);
    entries text;
begin
    entries := format(
        case when segment = 'used'
            then '(select u.account from castellan_private.factor u where %s order by %s limit $9) u'
                 ' cross join lateral (select a.* from castellan_private.account a where a.id = u.account limit 1) a'
            else '(select a.* from castellan_private.account a where %s order by %s limit $9) a' end,
        along.part, along.ordering);
    execute format('select array(select a.id from %s where %s limit $8)',
                   entries, castellan_private.account_condition(f, false))
       into ids
      using f.pattern, f.grams, f.ranks, place.key_text, place.key_time, place.key_rank, place.id,
            wanted, budget, now_at;
    ended := cardinality(ids) = wanted;
    if not ended then
        execute format('select not exists (select from castellan_private.%s where %s order by %s offset $9)',
                       case when segment = 'used' then 'factor u' else 'account a' end, along.part, along.ordering)
           into ended
          using f.pattern, f.grams, f.ranks, place.key_text, place.key_time, place.key_rank, place.id,
                wanted, budget, now_at;
    end if;
end $$;
comment on function castellan_private.account_walk(
    text, castellan_private.account_filter, castellan_private.account_place, boolean, integer, integer, timestamptz) is
    'Goes along the index that has the order and takes what matches, until the page is full or budget entries were seen. ended: the page is full or the index is at its end';
revoke all on function castellan_private.account_walk(
    text, castellan_private.account_filter, castellan_private.account_place, boolean, integer, integer, timestamptz) from public;

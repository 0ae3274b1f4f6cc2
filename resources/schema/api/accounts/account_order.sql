-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.account_order(
    segment text, place castellan_private.account_place, up boolean, out part text, out ordering text)
language plpgsql
immutable
as $$
declare
    keys text[] := case segment
        when 'name' then array['a.name_key', 'a.id']
        when 'login' then array['a.login_key', 'a.id']
        when 'created' then array['a.created_at', 'a.id']
        when 'rank' then array['a.rank_order', 'a.name_key', 'a.id']
        when 'never_used' then array['a.id']
        when 'used' then array['coalesce(u.last_used_at, ''-infinity''::timestamptz)', 'u.account'] end;
    bounds text := case segment
        when 'name' then '$4, $7' when 'login' then '$4, $7' when 'created' then '$5, $7'
        when 'rank' then '$6, $4, $7' when 'never_used' then '$7' when 'used' then '$5, $7' end;
begin
    part := case segment when 'never_used' then 'not a.has_factor'
                         when 'used' then 'not u.pending and u.account is not null' else 'true' end;
    if not (place is null) then -- IS NOT NULL would ask that no field of it is null
        part := format('%s and (%s) %s%s (%s)', part, array_to_string(keys, ', '),
                       case when up then '>' else '<' end, case when place.inclusive then '=' end, bounds);
    end if;
    ordering := (select string_agg(k || case when up then '' else ' desc' end, ', ' order by n)
                   from unnest(keys) with ordinality s(k, n));
end $$;
comment on function castellan_private.account_order(text, castellan_private.account_place, boolean) is
    'One index of accounts (a; of factors u for used) as SQL of fixed texts: what lies beyond the place, and the order. The place is $4 key_text, $5 key_time, $6 key_rank, $7 id';
revoke all on function castellan_private.account_order(text, castellan_private.account_place, boolean) from public;

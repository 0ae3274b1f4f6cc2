-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.account_highest_rank(account uuid)
returns text
language plpgsql
stable
as $$
begin
    return (
        select r.rank
          from (select a.rank from castellan_private.account a where a.id = account_highest_rank.account
                 union all
                select h.rank from castellan_private.account_rank_history h
                 where h.account = account_highest_rank.account
                   and h.held_until > clock_timestamp() - interval '24 hours') r
         order by castellan_private.rank_level(r.rank) desc
         limit 1
    );
end $$;
comment on function castellan_private.account_highest_rank(uuid) is
    'The highest rank an account had within the last 24 hours: what an operator''s own rank is compared with';
revoke all on function castellan_private.account_highest_rank(uuid) from public;

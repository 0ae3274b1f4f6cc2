-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.account_condition(f castellan_private.account_filter, by_index boolean)
returns text
language sql
immutable
as $$
    -- Fixed texts only; values are $1 … $3 of the statement and $10, the time. `is true` keeps an index of
    -- texts out, and an EXISTS from becoming a join, which would look at every row of a page before the first.
    select concat_ws(' and ', 'true',
        case when (f).pattern is not null and by_index then 'a.search_text like $1'
             when (f).pattern is not null then '(a.search_text like $1) is true' end,
        case when (f).grams is not null and by_index
             then 'castellan_private.bigrams(a.search_text) operator(pg_catalog.@@) $2' end,
        case when (f).ranks is not null then 'a.rank_order = any ($3)' end,
        case (f).active when true then 'a.active' when false then 'not a.active' end,
        case when (f).no_factor or (f).pending then 'not a.has_factor' end,
        case when (f).locked then 'exists (select from castellan_private.factor l where l.account = a.id'
            ' and not l.pending and (l.locked_until > $10 or l.disabled_at is not null)) is true' end,
        case when (f).pending then 'exists (select from castellan_private.enrolment p where p.account = a.id'
            ' and p.state in (''requested'', ''shown'') and p.expires_at > $10) is true' end);
$$;
comment on function castellan_private.account_condition(castellan_private.account_filter, boolean) is
    'The filter as a condition on account a. by_index: so that an index finds the text, otherwise so that none is tried';
revoke all on function castellan_private.account_condition(castellan_private.account_filter, boolean) from public;

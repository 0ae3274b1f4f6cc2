-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.account_sample(
    f castellan_private.account_filter, now_at timestamptz, out source text, out candidates uuid[])
language plpgsql
volatile
as $$
declare
    few constant integer := 15000;
    pages constant integer := 600; -- about 20,000 accounts
    total integer := pg_relation_size('castellan_private.account') / current_setting('block_size')::integer;
begin
    candidates := castellan_private.account_candidates(f, now_at, few);
    source := case
        when candidates is not null then
            '(select a.* from castellan_private.account a where a.id = any ($11) offset 0) a'
        when castellan_private.account_estimate(f) <= few and not f.locked and not f.pending then
            format('(select a.* from castellan_private.account a where %s offset 0) a',
                   castellan_private.account_condition(f, castellan_private.account_text_is_rare(f)))
        else
            -- Whole pages, always the same ones: quick at any size, and the marks stay where they are.
            format('castellan_private.account a tablesample system (%s) repeatable (0)',
                   least(100, 100.0 * pages / greatest(total, 1)))
        end;
end $$;
comment on function castellan_private.account_sample(castellan_private.account_filter, timestamptz) is
    'Where to read a good share of the matching accounts (a) in few milliseconds: all of them when they are few, some otherwise';
revoke all on function castellan_private.account_sample(castellan_private.account_filter, timestamptz) from public;

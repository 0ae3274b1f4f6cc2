-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.account_filter_read(filter jsonb)
returns castellan_private.account_filter
language plpgsql
stable
as $$
declare
    made castellan_private.account_filter;
    facets text[];
    ranks text[];
    text_wanted text;
begin
    if filter is not null and jsonb_typeof(filter) not in ('object', 'null') then
        perform castellan_private.fail('ZC011', 'filter');
    end if;
    if filter is null or jsonb_typeof(filter) = 'null' then
        filter := '{}';
    end if;
    if exists (select from jsonb_object_keys(filter) k where k not in ('text', 'facets', 'ranks', 'active')) then
        perform castellan_private.fail('ZC011', 'filter');
    end if;

    if jsonb_typeof(filter -> 'text') not in ('string', 'null') then
        perform castellan_private.fail('ZC011', 'filter.text');
    end if;
    text_wanted := castellan_private.fold(castellan_private.text_argument(filter ->> 'text', 'filter.text', 200, false));
    if text_wanted <> '' then
        made.pattern := '%' || regexp_replace(text_wanted, E'([\\\\%_])', E'\\\\\\1', 'g') || '%';
        -- The trigram index needs three characters in a row that it knows to be letters or digits.
        if text_wanted !~ '[a-z0-9]{3}' then
            made.grams := castellan_private.bigrams_wanted(text_wanted);
        end if;
    end if;

    if jsonb_typeof(filter -> 'active') not in ('boolean', 'null') then
        perform castellan_private.fail('ZC011', 'filter.active');
    end if;
    made.active := (filter ->> 'active')::boolean;

    facets := castellan_private.words_argument(filter -> 'facets', 'filter.facets',
                                               array['no_factor', 'locked', 'privileged', 'pending']);
    made.no_factor := 'no_factor' = any (facets);
    made.locked := 'locked' = any (facets);
    made.pending := 'pending' = any (facets);

    ranks := castellan_private.words_argument(filter -> 'ranks', 'filter.ranks', array['user', 'staff', 'admin']);
    if ranks <> '{}' or 'privileged' = any (facets) then
        made.ranks := array(select r.number from (values ('user', 0::smallint), ('staff', 1), ('admin', 2)) r(word, number)
                             where (ranks = '{}' or r.word = any (ranks))
                               and (r.number > 0 or not 'privileged' = any (facets)));
    end if;
    made.nothing := coalesce(made.ranks = '{}', false) or (made.locked and (made.no_factor or made.pending));
    return made;
end $$;
comment on function castellan_private.account_filter_read(jsonb) is
    'Reads {"text", "facets", "ranks", "active"}; all that is given must hold, of ranks any; empty lists ask for nothing. ZC011, ZC012 for anything else';
revoke all on function castellan_private.account_filter_read(jsonb) from public;

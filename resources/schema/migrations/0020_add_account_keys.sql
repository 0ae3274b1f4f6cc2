-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- purpose: folded sort keys and search text of accounts, what says that one changed, and their indexes

-- Sort keys are folded text compared byte by byte ("C"): an order by a language's rules comes from the
-- operating system's or ICU's library, and an update of it silently breaks every index built before; it
-- would also differ between a primary and its standby. Folded, "Émile" stands beside "emil" in any
-- language, and a typed prefix is a plain range of keys.
-- These two are as they were when the columns were made; api/accounts holds what is in force. A change of
-- either needs a migration that computes the columns again.
create function castellan_private.fold(raw text) returns text
language plpgsql immutable strict parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    if octet_length(raw) = length(raw) and raw !~ '[\x01-\x1f\x7f]' then
        return btrim(regexp_replace(lower(raw collate "C"), ' {2,}', ' ', 'g'));
    end if;
    return btrim(regexp_replace(
        translate(normalize(lower(castellan_ext.unaccent('castellan_ext.unaccent'::regdictionary,
            regexp_replace(lower(normalize(raw, NFKD) collate "und-x-icu"),
                '[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+',
                '', 'g')) collate "und-x-icu"), NFKC), 'ς', 'σ'),
        '[\x01-\x20\x7f-\u00a0\u2028\u2029]+', ' ', 'g'));
end $$;

create function castellan_private.bigrams(folded text) returns tsvector
language sql immutable strict parallel safe
set search_path = pg_catalog, pg_temp
as $$
    select array_to_tsvector(array(select distinct substr(folded, i, 2) from generate_series(1, length(folded)) i));
$$;
revoke all on function castellan_private.fold(text), castellan_private.bigrams(text) from public;

alter table castellan_private.account
    add column name_key text collate "C" not null generated always as
        (rtrim(left(coalesce(nullif(castellan_private.fold(display_name), ''), castellan_private.fold(login)), 120))) stored,
    add column login_key text collate "C" not null generated always as
        (rtrim(left(castellan_private.fold(login), 120))) stored,
    add column rank_order smallint not null generated always as
        (case rank when 'user' then 0 when 'staff' then 1 else 2 end) stored,
    add column search_text text collate "C" not null generated always as
        (castellan_private.fold(login) || E'\n' || coalesce(castellan_private.fold(display_name), '') || E'\n'
         || coalesce(castellan_private.fold(email), '') || E'\n' || castellan_private.fold(external_id) || E'\n') stored,
    add column has_factor boolean not null default false,
    add column changed_xid xid8 not null default pg_current_xact_id();
comment on column castellan_private.account.name_key is 'Order by name: the folded display name, or the login where there is none';
comment on column castellan_private.account.login_key is 'Order by login: folded';
comment on column castellan_private.account.rank_order is 'Order by rank: user, staff, admin';
comment on column castellan_private.account.search_text is
    'What a filter''s text is looked for in: login, name, e-mail and external id, folded, each ended by a line break, which no folded text contains';
comment on column castellan_private.account.has_factor is 'A confirmed factor exists; kept by a trigger of factor, which a verification does not fire';
comment on column castellan_private.account.changed_xid is 'Transaction that changed this row last; changes that leave an audit event are found by that';

update castellan_private.account a set has_factor = true
 where exists (select from castellan_private.factor f where f.account = a.id and not f.pending);

-- The planner's idea of how many accounts contain a text decides how a page is found.
alter table castellan_private.account alter column search_text set statistics 1000;

create index account_name on castellan_private.account (name_key, id);
create index account_login on castellan_private.account (login_key, id);
create index account_created on castellan_private.account (created_at, id);
create index account_rank on castellan_private.account (rank_order, name_key, id);
create index account_without_factor on castellan_private.account (id) where not has_factor;
create index account_inactive on castellan_private.account (id) where not active;
create index account_changed on castellan_private.account (changed_xid, id);

-- One or two characters have no trigram, nor have punctuation and, where the database's locale does not
-- know them, other scripts. A short pending list keeps reading fast while many accounts are written.
create index account_bigrams on castellan_private.account using gin (castellan_private.bigrams(search_text))
    with (gin_pending_list_limit = 512);
alter index castellan_private.account_bigrams alter column 1 set statistics 0;

-- The only index on what a verification changes: 25 µs and 400 bytes of WAL each time, for a list that is
-- sorted by last use at any size. Accounts without a factor are no part of it.
create index factor_used on castellan_private.factor ((coalesce(last_used_at, '-infinity'::timestamptz)), account)
    where not pending and account is not null;
create index factor_locked on castellan_private.factor (locked_until) where locked_until is not null;
create index factor_disabled on castellan_private.factor (account) where disabled_at is not null;
create index enrolment_pending on castellan_private.enrolment (expires_at) where state in ('requested', 'shown');

-- What the list functions hand each other.
create type castellan_private.account_filter as (
    pattern text,
    grams tsquery,
    ranks smallint[],
    active boolean,
    no_factor boolean,
    locked boolean,
    pending boolean,
    nothing boolean
);
comment on type castellan_private.account_filter is 'A filter as read from JSON: every part is null or false where it asks for nothing';
comment on column castellan_private.account_filter.pattern is 'For LIKE on account.search_text, metacharacters escaped';
comment on column castellan_private.account_filter.grams is 'For account_bigrams, where the trigram index cannot help';
comment on column castellan_private.account_filter.nothing is 'Contradicts itself: no account can match';

create type castellan_private.account_place as (
    key_text text,
    key_time timestamptz,
    key_rank smallint,
    has_factor boolean,
    id uuid,
    inclusive boolean
);
comment on type castellan_private.account_place is 'A place in an order of accounts; null: its start';
comment on column castellan_private.account_place.has_factor is 'Order by last use: accounts without a factor stand before all others';
comment on column castellan_private.account_place.inclusive is 'The row that is named belongs to the answer';

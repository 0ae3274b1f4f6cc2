-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.fold(raw text)
returns text
language plpgsql
immutable
strict
parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
    if octet_length(raw) = length(raw) and raw !~ E'[\\x01-\\x1f\\x7f]' then
        return btrim(regexp_replace(lower(raw collate "C"), ' {2,}', ' ', 'g'));
    end if;
    -- Taken apart (NFKD), lower case by ICU whatever the database's locale is, freed of combining marks,
    -- Hebrew points, Arabic vowel signs and invisible characters (zero-width, directional), then unaccent
    -- for what does not come apart (ß, ø, ł) and may come out in upper case, and composed again for the
    -- sake of Hangul.
    return btrim(regexp_replace(
        translate(normalize(lower(castellan_ext.unaccent('castellan_ext.unaccent'::regdictionary,
            regexp_replace(lower(normalize(raw, NFKD) collate "und-x-icu"),
                E'[\\u0300-\\u036f\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0640\\u064b-\\u065f\\u0670\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]+',
                '', 'g')) collate "und-x-icu"), NFKC), 'ς', 'σ'),
        E'[\\x01-\\x20\\x7f-\\u00a0\\u2028\\u2029]+', ' ', 'g'));
end $$;
comment on function castellan_private.fold(text) is
    'Text as it is sorted and searched: without accents, case, invisible characters and line breaks. Columns of account are computed with it: a change needs a migration that computes them again';
revoke all on function castellan_private.fold(text) from public;

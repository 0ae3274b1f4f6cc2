-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.bigrams(folded text)
returns tsvector
language sql
immutable
strict
parallel safe
set search_path = pg_catalog, pg_temp
as $$
    select array_to_tsvector(array(select distinct substr(folded, i, 2) from generate_series(1, length(folded)) i));
$$;
comment on function castellan_private.bigrams(text) is
    'All pairs of neighbouring characters, and the last one: what finds texts without a trigram. The index account_bigrams is computed with it';
revoke all on function castellan_private.bigrams(text) from public;

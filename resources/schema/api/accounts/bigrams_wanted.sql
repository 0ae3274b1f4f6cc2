-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.bigrams_wanted(folded text)
returns tsquery
language sql
immutable
strict
as $$
    -- One character is the beginning of every pair that it opens; the line break at the end of each field
    -- sees to it that it opens one.
    select string_agg(distinct '''' || replace(replace(substr(folded, i, 2), E'\\', E'\\\\'), '''', '''''') || ''''
                      || case when length(folded) = 1 then ':*' else '' end, ' & ')::tsquery
      from generate_series(1, greatest(length(folded) - 1, 1)) i;
$$;
comment on function castellan_private.bigrams_wanted(text) is
    'What bigrams() of a text matches that contains this one; it may match others too';
revoke all on function castellan_private.bigrams_wanted(text) from public;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.account_text_is_rare(f castellan_private.account_filter)
returns boolean
language plpgsql
volatile
as $$
declare
    text_alone castellan_private.account_filter;
begin
    text_alone.pattern := f.pattern;
    text_alone.grams := f.grams;
    return f.pattern is not null and castellan_private.account_estimate(text_alone) <= 100000;
end $$;
comment on function castellan_private.account_text_is_rare(castellan_private.account_filter) is
    'Whether the filter''s text is worth looking up in an index: in so few accounts that reading them beats reading the rest of the filter, or all';
revoke all on function castellan_private.account_text_is_rare(castellan_private.account_filter) from public;

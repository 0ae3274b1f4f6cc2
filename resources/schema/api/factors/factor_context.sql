-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.factor_context(factor castellan_private.factor)
returns text
language sql
stable
as $$
    select 'factor|' || (factor).id || '|' || coalesce((factor).account::text, (factor).operator);
$$;
comment on function castellan_private.factor_context(castellan_private.factor) is
    'What a factor''s seed is bound to: kind, row and owner';
revoke all on function castellan_private.factor_context(castellan_private.factor) from public;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.setting_has(name text, word text)
returns boolean
language sql
stable
as $$
    select pg_catalog.jsonb_exists(castellan_private.setting_value(name), word);
$$;
comment on function castellan_private.setting_has(text, text) is 'Whether a setting that is a list of words contains this one';
revoke all on function castellan_private.setting_has(text, text) from public;

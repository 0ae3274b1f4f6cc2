-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.account_position(account castellan_private.account, last_used_at timestamptz, sort text)
returns jsonb
language sql
stable
as $$
    -- Without a sort: the keys of all of them, so that it fits any list. One expression without settings of
    -- its own, so that it is inlined: who calls it sets the time zone, once for all rows.
    select jsonb_build_object('id', (account).id)
        || case when sort in ('name', 'rank') or sort is null then jsonb_build_object('name', (account).name_key) else '{}' end
        || case when sort = 'login' or sort is null then jsonb_build_object('login', (account).login_key) else '{}' end
        || case when sort = 'rank' or sort is null then jsonb_build_object('rank', (account).rank) else '{}' end
        || case when sort = 'created' or sort is null then jsonb_build_object('created', (account).created_at) else '{}' end
        || case when sort = 'last_used' or sort is null then jsonb_build_object('last_used',
               case when (account).has_factor then coalesce(last_used_at, '-infinity') end) else '{}' end;
$$;
comment on function castellan_private.account_position(castellan_private.account, timestamptz, text) is
    'An account''s place in a sort order, as account_place_read() reads it';
revoke all on function castellan_private.account_position(castellan_private.account, timestamptz, text) from public;

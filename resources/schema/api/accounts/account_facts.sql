-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.account_facts(account castellan_private.account)
returns jsonb
language sql
immutable
as $$
    select jsonb_build_object('external_id', (account).external_id, 'login', (account).login,
        'display_name', (account).display_name, 'email', (account).email,
        'rank', (account).rank, 'active', (account).active);
$$;
comment on function castellan_private.account_facts(castellan_private.account) is
    'What the application says of a person, for before and after';
revoke all on function castellan_private.account_facts(castellan_private.account) from public;

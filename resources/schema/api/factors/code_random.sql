-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.code_random(length integer)
returns text
language sql
volatile
as $$
    select left(castellan_private.base32(castellan_ext.gen_random_bytes((length * 5 + 7) / 8)), length);
$$;
comment on function castellan_private.code_random(integer) is 'Random Base32 characters, five bits each';
revoke all on function castellan_private.code_random(integer) from public;

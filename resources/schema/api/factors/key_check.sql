-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.key_check(subkey bytea)
returns bytea
language sql
stable
as $$
    select substr(castellan_ext.hmac(convert_to('check', 'UTF8'), subkey, 'sha256'), 1, 8);
$$;
comment on function castellan_private.key_check(bytea) is
    'Stored beside what can only be compared: a wrong key file shows here, and no code is counted wrong because of it';
revoke all on function castellan_private.key_check(bytea) from public;

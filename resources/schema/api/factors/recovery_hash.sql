-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.recovery_hash(subkey bytea, code text, salt text)
returns text
language sql
stable
as $$
    -- The HMAC is written as 64 hex digits: bcrypt reads 72 bytes and stops at a zero one.
    select castellan_ext.crypt(encode(castellan_ext.hmac(convert_to(code, 'UTF8'), subkey, 'sha256'), 'hex'), salt);
$$;
comment on function castellan_private.recovery_hash(bytea, text, text) is
    'bcrypt over HMAC-SHA256(subkey of the set, code): worthless without the key file, slow with it';
revoke all on function castellan_private.recovery_hash(bytea, text, text) from public;

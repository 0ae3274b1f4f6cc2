-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.secret_seal(key_version smallint, context text, plain bytea)
returns bytea
language plpgsql
volatile
as $$
declare
    key bytea := castellan_private.subkey(key_version, context || '|' || key_version::text);
    iv bytea := castellan_ext.gen_random_bytes(16);
    body bytea;
begin
    body := iv || castellan_ext.encrypt_iv(plain, castellan_ext.hmac(convert_to('encrypt', 'UTF8'), key, 'sha256'),
                                           iv, 'aes-cbc/pad:pkcs');
    return body || castellan_ext.hmac(body, castellan_ext.hmac(convert_to('authenticate', 'UTF8'), key, 'sha256'), 'sha256');
end $$;
comment on function castellan_private.secret_seal(smallint, text, bytea) is
    'IV, AES-256-CBC, HMAC-SHA256 over both. context: kind, row id, owner, so that a ciphertext opens in its own row only; the key version is added';
revoke all on function castellan_private.secret_seal(smallint, text, bytea) from public;

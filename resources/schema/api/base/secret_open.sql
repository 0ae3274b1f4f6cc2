-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.secret_open(key_version smallint, context text, sealed bytea)
returns bytea
language plpgsql
stable
as $$
declare
    key bytea := castellan_private.subkey(key_version, context || '|' || key_version::text);
    body bytea := substr(sealed, 1, octet_length(sealed) - 32);
    mac bytea := substr(sealed, octet_length(sealed) - 31);
begin
    -- Checked before anything is decrypted; fails for a changed ciphertext, another row's, and a wrong key file.
    if octet_length(sealed) < 64
       or castellan_ext.hmac(body, castellan_ext.hmac(convert_to('authenticate', 'UTF8'), key, 'sha256'), 'sha256') <> mac then
        perform castellan_private.fail('ZC900', 'key');
    end if;
    return castellan_ext.decrypt_iv(substr(body, 17), castellan_ext.hmac(convert_to('encrypt', 'UTF8'), key, 'sha256'),
                                    substr(body, 1, 16), 'aes-cbc/pad:pkcs');
end $$;
comment on function castellan_private.secret_open(smallint, text, bytea) is
    'What secret_seal sealed under the same context; else ZC900 (column key)';
revoke all on function castellan_private.secret_open(smallint, text, bytea) from public;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.otp_code(seed bytea, step bigint, digits integer default 6, algorithm text default 'SHA1')
returns text
language plpgsql
immutable
as $$
declare
    mac bytea := castellan_ext.hmac(int8send(step), seed, lower(algorithm));
    at integer := get_byte(mac, octet_length(mac) - 1) & 15; -- the last byte, whatever the hash (RFC 4226, 5.3)
    number bigint := (get_byte(mac, at) & 127) * 16777216::bigint
        + get_byte(mac, at + 1) * 65536 + get_byte(mac, at + 2) * 256 + get_byte(mac, at + 3);
begin
    return lpad((number % (10 ^ digits)::bigint)::text, digits, '0');
end $$;
comment on function castellan_private.otp_code(bytea, bigint, integer, text) is
    'The one-time code of a time step (RFC 4226 section 5.3, RFC 6238 section 4); algorithm SHA1, SHA256 or SHA512';
revoke all on function castellan_private.otp_code(bytea, bigint, integer, text) from public;

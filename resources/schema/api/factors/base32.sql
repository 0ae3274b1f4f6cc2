-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.base32(bytes bytea)
returns text
language sql
immutable
strict
as $$
    -- Five bits a character, most significant first; a last group is filled with zero bits.
    select coalesce(string_agg(substr('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
               1 + (get_bit(padded.bits, p.at) * 16 + get_bit(padded.bits, p.at + 1) * 8
                    + get_bit(padded.bits, p.at + 2) * 4 + get_bit(padded.bits, p.at + 3) * 2
                    + get_bit(padded.bits, p.at + 4)), 1), '' order by p.at), '')
      from (select ('x' || encode(bytes, 'hex') || '00')::varbit as bits) padded,
           generate_series(0, 8 * octet_length(bytes) - 1, 5) as p(at);
$$;
comment on function castellan_private.base32(bytea) is 'RFC 4648 section 6: upper case, without padding';
revoke all on function castellan_private.base32(bytea) from public;

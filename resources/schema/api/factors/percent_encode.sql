-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.percent_encode(value text)
returns text
language sql
immutable
strict
as $$
    select coalesce(string_agg(case
               when c.byte between 48 and 57 or c.byte between 65 and 90 or c.byte between 97 and 122
                 or c.byte in (45, 46, 95, 126) then chr(c.byte)
               else '%' || upper(lpad(to_hex(c.byte), 2, '0')) end, '' order by c.at), '')
      from (select get_byte(convert_to(value, 'UTF8'), at) as byte, at
              from generate_series(0, octet_length(convert_to(value, 'UTF8')) - 1) at) c;
$$;
comment on function castellan_private.percent_encode(text) is 'RFC 3986: UTF-8, everything but unreserved characters encoded';
revoke all on function castellan_private.percent_encode(text) from public;

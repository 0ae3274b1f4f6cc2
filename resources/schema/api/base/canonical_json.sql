-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.canonical_json(value jsonb)
returns text
language plpgsql
immutable
as $$
begin
    -- Own rules, since jsonb's own text orders keys by length and is free to change between versions:
    -- no space, keys in the order of their UTF-8 bytes. Scalars are what RFC 8259 leaves no choice in;
    -- numbers are decimals without exponent, as jsonb stores them.
    if value is null then
        return 'null';
    end if;
    case jsonb_typeof(value)
        when 'object' then
            return '{' || coalesce((
                select string_agg(to_json(e.key)::text || ':' || case
                           when jsonb_typeof(e.value) in ('object', 'array') then castellan_private.canonical_json(e.value)
                           else e.value::text end, ',' order by convert_to(e.key, 'UTF8'))
                  from jsonb_each(value) e), '') || '}';
        when 'array' then
            return '[' || coalesce((
                select string_agg(castellan_private.canonical_json(e.value), ',' order by e.ordinality)
                  from jsonb_array_elements(value) with ordinality e), '') || ']';
        else
            return value::text;
    end case;
end $$;
comment on function castellan_private.canonical_json(jsonb) is
    'JSON text that depends on no setting, locale or version: docs/audit-format.md';
revoke all on function castellan_private.canonical_json(jsonb) from public;

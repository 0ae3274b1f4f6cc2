-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.canonical_json(value jsonb)
returns text
language plpgsql
immutable
as $$
declare
    plain text := value::text;
begin
    -- Own rules, since jsonb's own text orders keys by length and is free to change between versions:
    -- no space, keys in the order of their UTF-8 bytes. Scalars are what RFC 8259 leaves no choice in;
    -- numbers are decimals without exponent, as jsonb stores them.
    if value is null then
        return 'null';
    end if;
    -- Most are objects with a single member. Where the text holds one ': ' at most, it is that member's, and
    -- without a ', ' there is nothing to put in order: taking out the one space is all there is to do.
    if jsonb_typeof(value) = 'object' and position(', ' in plain) = 0
       and length(plain) - length(replace(plain, ': ', '')) <= 2 then
        return replace(plain, ': ', ':');
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
            return plain;
    end case;
end $$;
comment on function castellan_private.canonical_json(jsonb) is
    'JSON text that depends on no setting, locale or version: docs/audit-format.md';
revoke all on function castellan_private.canonical_json(jsonb) from public;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.words_argument(value jsonb, name text, known text[])
returns text[]
language plpgsql
immutable
as $$
begin
    if value is null or jsonb_typeof(value) = 'null' then
        return '{}';
    end if;
    if jsonb_typeof(value) <> 'array' then
        perform castellan_private.fail('ZC011', name);
    end if;
    if jsonb_array_length(value) > 2 * cardinality(known) then
        perform castellan_private.fail('ZC012', name);
    end if;
    if exists (select from jsonb_array_elements(value) e
                where jsonb_typeof(e) <> 'string' or not e #>> '{}' = any (known)) then
        perform castellan_private.fail('ZC011', name);
    end if;
    return array(select jsonb_array_elements_text(value));
end $$;
comment on function castellan_private.words_argument(jsonb, text, text[]) is
    'A JSON list of known words; none for null. ZC011 for an unknown one, ZC012 for too many';
revoke all on function castellan_private.words_argument(jsonb, text, text[]) from public;

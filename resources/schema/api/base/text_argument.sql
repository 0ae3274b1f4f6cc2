-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.text_argument(value text, name text, maximum integer, required boolean)
returns text
language plpgsql
immutable
as $$
begin
    if octet_length(value) > 4 * maximum or char_length(value) > maximum then
        perform castellan_private.fail('ZC012', name);
    end if;
    if value is null or btrim(value) = '' then
        if required then
            perform castellan_private.fail('ZC010', name);
        end if;
        return null;
    end if;
    return value;
end $$;
comment on function castellan_private.text_argument(text, text, integer, boolean) is
    'A text argument as handed in; null when blank. ZC010 when required and blank, ZC012 when longer than maximum characters';
revoke all on function castellan_private.text_argument(text, text, integer, boolean) from public;

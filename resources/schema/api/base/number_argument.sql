-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.number_argument(value integer, name text, fallback integer, maximum integer)
returns integer
language plpgsql
immutable
as $$
begin
    if value < 1 or value > maximum then
        perform castellan_private.fail('ZC011', name);
    end if;
    return coalesce(value, fallback);
end $$;
comment on function castellan_private.number_argument(integer, text, integer, integer) is
    'A number from 1 to maximum, fallback for null; ZC011 for any other';
revoke all on function castellan_private.number_argument(integer, text, integer, integer) from public;

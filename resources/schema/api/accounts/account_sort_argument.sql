-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.account_sort_argument(sort text)
returns text
language plpgsql
immutable
as $$
begin
    if sort is null then
        return 'name';
    end if;
    if not sort in ('name', 'login', 'last_used', 'created', 'rank') then
        perform castellan_private.fail('ZC011', 'sort');
    end if;
    return sort;
end $$;
comment on function castellan_private.account_sort_argument(text) is 'A sort order of accounts, name for null; ZC011 for an unknown one';
revoke all on function castellan_private.account_sort_argument(text) from public;

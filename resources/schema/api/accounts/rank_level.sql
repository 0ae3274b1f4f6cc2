-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.rank_level(rank text)
returns integer
language sql
immutable
as $$
    select case rank when 'user' then 1 when 'staff' then 2 when 'admin' then 3 else 0 end;
$$;
comment on function castellan_private.rank_level(text) is 'Ranks in order: user 1, staff 2, admin 3; none 0';
revoke all on function castellan_private.rank_level(text) from public;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.operator_rank(kind text)
returns text
language sql
immutable
as $$
    select case kind when 'admin' then 'admin' when 'helpdesk' then 'staff' end;
$$;
comment on function castellan_private.operator_rank(text) is
    'What kind of operator ranks as which accounts; auditors have no rank';
revoke all on function castellan_private.operator_rank(text) from public;

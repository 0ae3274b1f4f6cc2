-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.operator_kind(kind text)
returns text
language sql
immutable
as $$
    select case when kind in ('admin', 'helpdesk', 'auditor') then kind end;
$$;
comment on function castellan_private.operator_kind(text) is 'The kind if it is one of the three, else null';
revoke all on function castellan_private.operator_kind(text) from public;

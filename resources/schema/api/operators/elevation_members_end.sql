-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.elevation_members_end(operator text)
returns integer
language plpgsql
volatile
as $$
begin
    return (
        select count(*) filter (where castellan_private.backend_end(m.backend_pid, m.backend_start))::integer
          from castellan_private.elevation e
          join castellan_private.elevation_member m on m.elevation = e.id
         where e.operator = elevation_members_end.operator
    );
end $$;
comment on function castellan_private.elevation_members_end(text) is
    'Ends the server processes of an operator''s session, all but the caller''s own; returns how many';
revoke all on function castellan_private.elevation_members_end(text) from public;

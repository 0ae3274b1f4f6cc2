-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.elevation_end(operator text, why text)
returns boolean
language plpgsql
volatile
as $$
declare
    ended castellan_private.elevation;
begin
    -- Members first: one that sits in an open transaction may hold the row that is to be deleted.
    perform castellan_private.elevation_members_end(operator);
    select e.* into ended from castellan_private.elevation e
     where e.operator = elevation_end.operator for update skip locked;
    if ended.id is null and exists (select from castellan_private.elevation e where e.operator = elevation_end.operator) then
        -- Held by a connection that is no member yet: one that has joined and not committed.
        perform castellan_private.role_backends_end(operator);
        select e.* into ended from castellan_private.elevation e
         where e.operator = elevation_end.operator for update;
    end if;
    if ended.id is null then
        return false;
    end if;
    perform castellan_private.elevation_members_end(operator); -- who joined in between
    delete from castellan_private.elevation e where e.id = ended.id;
    delete from castellan_private.elevation_activity a where a.elevation = ended.id;
    perform castellan_private.audit_write('operator.session_end', 'ok', why, null, ended.id, 'elevation',
        jsonb_build_object('operator', operator), inet_client_addr());
    return true;
end $$;
comment on function castellan_private.elevation_end(text, text) is
    'Ends an operator''s session and the server processes that belong to it, all but the caller''s own; false when there was none';
revoke all on function castellan_private.elevation_end(text, text) from public;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.sign_in_take(attempt uuid,
    out outcome text, out begun castellan_private.sign_in_attempt)
language plpgsql
volatile
as $$
declare
    own_xid xid8 := pg_current_xact_id_if_assigned();
    kind text;
begin
    select t.* into begun from castellan_private.sign_in_attempt t
     where t.id = sign_in_take.attempt
       and t.operator = session_user::text
       and t.backend_pid = pg_backend_pid()
       and t.backend_start = castellan_private.own_backend_start()
       for update;
    if begun.id is null or begun.done_at is not null
       or begun.begun_at <= clock_timestamp() - interval '60 seconds' then
        outcome := 'expired';
        return;
    elsif begun.xid = own_xid then
        outcome := 'refused'; -- begun in this very transaction: its count could still be taken back
        return;
    end if;
    update castellan_private.sign_in_attempt t set done_at = clock_timestamp() where t.id = begun.id;
    -- For key share: a connection that joins in an open transaction cannot keep this one out. Who is made
    -- inactive from here on is refused by operator_guard all the same.
    select o.kind into kind from castellan_private.operator o
     where o.role_name = session_user::text and o.active for key share;
    if kind is null or not pg_has_role(session_user, 'castellan_' || kind, 'MEMBER') then
        outcome := 'inactive';
    end if;
end $$;
comment on function castellan_private.sign_in_take(uuid) is
    'Takes a begun attempt for judging, once, for the process and role that began it; outcome says why not';
revoke all on function castellan_private.sign_in_take(uuid) from public;

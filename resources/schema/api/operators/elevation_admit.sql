-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.elevation_admit(elevation uuid)
returns void
language plpgsql
volatile
as $$
declare
    started timestamptz := castellan_private.own_backend_start();
    -- What the console calls its two connections. A hint and no more: it decides whose calls keep the
    -- session awake, which the person could bring about anyway.
    wants_interactive boolean := case current_setting('application_name')
        when 'castellan' then true when 'castellan background' then false end;
    replaced castellan_private.elevation_member;
begin
    delete from castellan_private.elevation_member m
     where m.elevation = elevation_admit.elevation
       and not castellan_private.backend_alive(m.backend_pid, m.backend_start);
    if exists (select from castellan_private.elevation_member m
                where m.backend_pid = pg_backend_pid() and m.backend_start = started
                  and m.elevation = elevation_admit.elevation) then
        return; -- a member already
    end if;
    wants_interactive := coalesce(wants_interactive, not exists (
        select from castellan_private.elevation_member m
         where m.elevation = elevation_admit.elevation and m.interactive));
    -- At most two: of those that live, the one of the same use goes, the oldest first.
    for replaced in
        select m.* from castellan_private.elevation_member m
         where m.elevation = elevation_admit.elevation
         order by m.interactive <> wants_interactive, m.joined_at
        offset 0 limit greatest((select count(*) from castellan_private.elevation_member m
                                  where m.elevation = elevation_admit.elevation) - 1, 0)
    loop
        perform castellan_private.backend_end(replaced.backend_pid, replaced.backend_start);
        delete from castellan_private.elevation_member m
         where m.backend_pid = replaced.backend_pid and m.backend_start = replaced.backend_start;
    end loop;
    insert into castellan_private.elevation_member (backend_pid, backend_start, elevation, interactive)
    values (pg_backend_pid(), started, elevation_admit.elevation, wants_interactive);
end $$;
comment on function castellan_private.elevation_admit(uuid) is
    'Makes this server process a member of a session; with two living ones, ends the one whose place it takes';
revoke all on function castellan_private.elevation_admit(uuid) from public;

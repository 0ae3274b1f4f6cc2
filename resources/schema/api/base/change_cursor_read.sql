-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.change_cursor_read(cursor_given jsonb,
    out since pg_snapshot, out until pg_snapshot, out last_xid xid8, out last_id uuid)
language plpgsql
stable
as $$
begin
    if jsonb_typeof(cursor_given) <> 'object'
       or exists (select from jsonb_each(cursor_given) e
                   where e.key not in ('since', 'until', 'xid', 'id') or jsonb_typeof(e.value) <> 'string')
       or not cursor_given ? 'since'
       or (cursor_given ? 'until') <> (cursor_given ? 'xid') or (cursor_given ? 'until') <> (cursor_given ? 'id') then
        perform castellan_private.fail('ZC011', 'cursor');
    end if;
    if exists (select from jsonb_each_text(cursor_given) e where octet_length(e.value) > 100000) then
        perform castellan_private.fail('ZC012', 'cursor');
    end if;
    begin
        since := (cursor_given ->> 'since')::pg_snapshot;
        until := (cursor_given ->> 'until')::pg_snapshot;
        last_xid := (cursor_given ->> 'xid')::xid8;
        last_id := (cursor_given ->> 'id')::uuid;
    exception when data_exception then
        perform castellan_private.fail('ZC011', 'cursor');
    end;
    -- Of another server, or of this one before it was restored: what changed since cannot be told.
    if pg_snapshot_xmax(since) > pg_snapshot_xmax(pg_current_snapshot()) then
        perform castellan_private.fail('ZC011', 'cursor');
    end if;
end $$;
comment on function castellan_private.change_cursor_read(jsonb) is
    'Reads a cursor of changes: the snapshot up to which all is known, and in the middle of a page the one it leads to and the last row given. ZC011, ZC012 for anything else';
revoke all on function castellan_private.change_cursor_read(jsonb) from public;

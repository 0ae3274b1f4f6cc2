-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.audit_core(event castellan_private.audit_event)
returns text
language sql
stable
as $$
    -- Stable and one expression, so that it is inlined where it is used: a call costs more than its work.
    select '{"v":' || (event).format
        || ',"id":' || (event).id
        || ',"at":' || castellan_private.micros((event).at)
        || ',"kind":' || to_json((event).kind)::text
        || ',"outcome":' || to_json((event).outcome)::text
        || ',"reason":' || coalesce(to_json((event).reason)::text, 'null')
        || ',"actor":' || to_json((event).actor)::text
        || ',"account":' || coalesce('"' || (event).account || '"', 'null')
        || ',"subject":' || coalesce('"' || (event).subject || '"', 'null')
        || ',"object_type":' || coalesce(to_json((event).object_type)::text, 'null')
        || ',"pid":' || (event).backend_pid
        || ',"backend_start":' || coalesce(castellan_private.micros((event).backend_start)::text, 'null')
        || ',"xid":' || (event).xid
        || ',"group":' || coalesce('"' || (event).event_group || '"', 'null')
        || ',"detail":' || castellan_private.canonical_json((event).detail)
        || '}';
$$;
comment on function castellan_private.audit_core(castellan_private.audit_event) is
    'The canonical line of an event, which is also what an export writes: docs/audit-format.md';
revoke all on function castellan_private.audit_core(castellan_private.audit_event) from public;

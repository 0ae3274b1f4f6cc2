-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.audit_leaf(event castellan_private.audit_event)
returns bytea
language sql
stable
as $$
    -- Stable and one expression, so that it is inlined where it is used: a call costs more than its work.
    select sha256(decode('00', 'hex') || set_byte(decode('00', 'hex'), 0, (event).format)
                  || convert_to(castellan_private.audit_core(event), 'UTF8')
                  || (event).personal_hash);
$$;
comment on function castellan_private.audit_leaf(castellan_private.audit_event) is
    'SHA-256(0x00, format, canonical core, personal_hash): docs/audit-format.md';
revoke all on function castellan_private.audit_leaf(castellan_private.audit_event) from public;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.audit_leaf(event castellan_private.audit_event)
returns bytea
language plpgsql
immutable
as $$
begin
    return sha256(decode('00', 'hex') || set_byte(decode('00', 'hex'), 0, (event).format)
                  || convert_to(castellan_private.audit_core(event), 'UTF8')
                  || (event).personal_hash);
end $$;
comment on function castellan_private.audit_leaf(castellan_private.audit_event) is
    'SHA-256(0x00, format, canonical core, personal_hash): docs/audit-format.md';
revoke all on function castellan_private.audit_leaf(castellan_private.audit_event) from public;

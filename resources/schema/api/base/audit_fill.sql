-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.audit_fill()
returns trigger
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $$
begin
    if new.backend_start is null and new.backend_pid = pg_backend_pid() then
        new.backend_start := castellan_private.own_backend_start();
    end if;
    if new.personal is null then
        new.personal_salt := null;
        new.personal_hash := sha256(decode('', 'hex'));
    else
        new.personal_salt := castellan_ext.gen_random_bytes(16);
        new.personal_hash := sha256(new.personal_salt || convert_to(castellan_private.canonical_json(new.personal), 'UTF8'));
    end if;
    new.leaf := castellan_private.audit_leaf(new);
    return new;
end $$;
comment on function castellan_private.audit_fill() is
    'Trigger of audit_event: salt, hash of the personal part and leaf, whatever the insert says of them';
revoke all on function castellan_private.audit_fill() from public;

create or replace trigger audit_fill before insert on castellan_private.audit_event
    for each row execute function castellan_private.audit_fill();

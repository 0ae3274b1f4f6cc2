-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.audit_write(
    kind text,
    outcome text,
    reason text default null,
    account uuid default null,
    subject uuid default null,
    object_type text default null,
    detail jsonb default '{}',
    client inet default null,
    personal jsonb default null,
    object_id text default null,
    event_group uuid default null)
returns bigint
language plpgsql
volatile
as $$
declare
    address text := host(client);
    written bigint;
begin
    if address is not null then
        personal := coalesce(personal, '{}') || jsonb_build_object('client', address);
    end if;
    if object_id is not null then
        personal := coalesce(personal, '{}') || jsonb_build_object('object_id', object_id);
    end if;
    insert into castellan_private.audit_event
        (kind, outcome, reason, account, subject, object_type, detail, personal, client_address, object_id, event_group)
    values (audit_write.kind, audit_write.outcome, audit_write.reason, audit_write.account, audit_write.subject,
            audit_write.object_type, audit_write.detail, audit_write.personal, address::inet, audit_write.object_id,
            audit_write.event_group)
    returning id into written;
    return written;
end $$;
comment on function castellan_private.audit_write(text, text, text, uuid, uuid, text, jsonb, inet, jsonb, text, uuid) is
    'Records an event in the caller''s transaction. detail: facts that name nobody; personal: what does; neither ever holds a secret';
revoke all on function castellan_private.audit_write(text, text, text, uuid, uuid, text, jsonb, inet, jsonb, text, uuid) from public;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- purpose: audit events, partitioned by month

create sequence castellan_private.audit_event_id as bigint;
comment on sequence castellan_private.audit_event_id is 'Numbers audit events; gaps are harmless';

-- docs/audit-format.md fixes the canonical bytes. The trigger that fills leaf and personal_hash is made
-- with the functions; `at` is a default because a BEFORE trigger cannot move a row between partitions.
create table castellan_private.audit_event (
    id bigint not null default nextval('castellan_private.audit_event_id'),
    at timestamptz not null default clock_timestamp(),
    format smallint not null default 1,
    kind text not null,
    outcome text not null,
    reason text,
    actor text not null default session_user,
    account uuid,
    subject uuid,
    object_type text,
    backend_pid integer not null default pg_backend_pid(),
    backend_start timestamptz,
    xid xid8 not null default pg_current_xact_id(),
    event_group uuid,
    detail jsonb not null default '{}',
    personal jsonb,
    personal_salt bytea,
    personal_hash bytea not null,
    client_address inet,
    object_id text,
    leaf bytea not null,
    primary key (at, id)
) partition by range (at);
comment on table castellan_private.audit_event is 'What happened, who did it and how it ended; inserted in the transaction it tells of, never changed but by erasure';
comment on column castellan_private.audit_event.at is 'When, in UTC, to the microsecond';
comment on column castellan_private.audit_event.format is 'Version of the canonical bytes';
comment on column castellan_private.audit_event.kind is 'Feature and verb: otp.verify';
comment on column castellan_private.audit_event.outcome is 'What was answered: ok, refused, locked, …';
comment on column castellan_private.audit_event.reason is 'Why, as a word, for operators only: replayed, clock, malformed, …';
comment on column castellan_private.audit_event.actor is 'Login role that called';
comment on column castellan_private.audit_event.account is 'Account it is about';
comment on column castellan_private.audit_event.subject is 'The thing itself: factor, enrolment, session';
comment on column castellan_private.audit_event.object_type is 'What subject or object_id names';
comment on column castellan_private.audit_event.backend_start is 'With backend_pid it names the server process';
comment on column castellan_private.audit_event.xid is 'Transaction: events of one share it, and sealing goes by it';
comment on column castellan_private.audit_event.event_group is 'Events of one act';
comment on column castellan_private.audit_event.detail is 'Facts that name no person';
comment on column castellan_private.audit_event.personal is 'Names, address, object id, the application''s own detail, before and after; null: none, or erased';
comment on column castellan_private.audit_event.personal_salt is 'Sixteen random bytes; null: there was nothing personal, or it was erased';
comment on column castellan_private.audit_event.personal_hash is 'SHA-256(salt, canonical personal); SHA-256 of nothing where there was none; survives erasure';
comment on column castellan_private.audit_event.client_address is 'Copy of personal.client, for searching';
comment on column castellan_private.audit_event.object_id is 'Copy of personal.object_id, for searching';
comment on column castellan_private.audit_event.leaf is 'SHA-256(0x00, format, canonical core, personal_hash): what sealing covers';

create index audit_event_xid on castellan_private.audit_event (xid, id);
create index audit_event_account on castellan_private.audit_event (account, at) where account is not null;
create index audit_event_client on castellan_private.audit_event (client_address, at) where client_address is not null;
create index audit_event_object on castellan_private.audit_event (object_id, at) where object_id is not null;

-- Catches what no month is there for; a row in it is reported.
create table castellan_private.audit_event_default partition of castellan_private.audit_event default;
comment on table castellan_private.audit_event_default is 'Events of months without a partition: should stay empty';

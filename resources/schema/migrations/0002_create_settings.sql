-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- purpose: settings with their defaults, and the versions of the key

create table castellan_private.setting (
    name text primary key check (name ~ '^[a-z][a-z0-9_]*$'),
    value jsonb not null,
    changed_at timestamptz not null default clock_timestamp(),
    changed_by text not null default session_user
);
comment on table castellan_private.setting is 'What an installation may choose; read by setting_value()';
comment on column castellan_private.setting.value is 'JSON of the type the default has';
comment on column castellan_private.setting.changed_by is 'Role name';

insert into castellan_private.setting (name, value) values
    ('product_name', '"Castellan"'),          -- issuer in the authenticator app
    ('ticket_format', '""'),                  -- regular expression that a ticket number must match; empty: any
    ('ticket_required', 'false'),
    ('with_me_ranks', '["user", "staff", "admin"]'), -- ranks that may be enrolled at the operator's screen
    ('required_ranks', '["admin"]'),          -- ranks that must have a second factor, at once
    ('operator_idle_minutes', '15'),
    ('operator_session_minutes', '480'),
    ('enrolment_minutes', '15'),              -- life of a factor that was shown and not confirmed
    ('enrolment_code_minutes', '30'),
    ('recovery_low_water', '3');

create table castellan_private.key_version (
    version smallint primary key check (version > 0),
    fingerprint bytea not null check (octet_length(fingerprint) = 32),
    state text not null default 'active' check (state in ('active', 'decrypt_only', 'retired')),
    registered_at timestamptz not null default clock_timestamp(),
    registered_by text not null default session_user
);
comment on table castellan_private.key_version is 'Key files that are in use, known by a fingerprint that tells nothing about the key';
comment on column castellan_private.key_version.fingerprint is 'Subkey for the context "fingerprint": tells a wrong or exchanged file';
comment on column castellan_private.key_version.state is 'active: the one new secrets are sealed under; decrypt_only: still opens old ones; retired: nothing uses it';
create unique index key_version_active on castellan_private.key_version (state) where state = 'active';

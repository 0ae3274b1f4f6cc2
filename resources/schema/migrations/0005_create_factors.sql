-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- purpose: second factors, recovery codes, enrolments and proofs

-- Written at every verification: room for the new version on the same page, and no index on anything a
-- verification changes.
create table castellan_private.factor (
    id uuid primary key default gen_random_uuid(),
    account uuid references castellan_private.account on delete cascade,
    operator text unique references castellan_private.operator on delete cascade,
    pending boolean not null default true,
    key_version smallint not null references castellan_private.key_version,
    secret bytea not null,
    algorithm text not null default 'SHA1' check (algorithm in ('SHA1', 'SHA256', 'SHA512')),
    digits smallint not null default 6 check (digits in (6, 8)),
    period smallint not null default 30 check (period in (30, 60)),
    last_step bigint not null default 0,
    drift_steps smallint not null default 0,
    consecutive_failures integer not null default 0,
    locked_until timestamptz,
    disabled_at timestamptz,
    created_at timestamptz not null default clock_timestamp(),
    confirmed_at timestamptz,
    last_used_at timestamptz,
    version bigint not null default 1,
    unique (account, pending),
    check (num_nonnulls(account, operator) = 1)
) with (fillfactor = 70);
comment on table castellan_private.factor is 'TOTP authenticators (RFC 6238) of accounts and operators';
comment on column castellan_private.factor.pending is
    'Shown and not yet confirmed by a correct code: counts for nothing. An operator''s factor is issued by someone else and never pending';
comment on column castellan_private.factor.secret is 'IV, AES-256-CBC of the seed, HMAC-SHA256; bound to this row, its owner and the key version';
comment on column castellan_private.factor.period is 'Seconds a time step';
comment on column castellan_private.factor.last_step is 'Time step of the last accepted code: none of it or before is accepted again (RFC 6238, 5.2)';
comment on column castellan_private.factor.drift_steps is 'How far the device''s clock was off at the last accepted code, in steps';
comment on column castellan_private.factor.consecutive_failures is 'Wrong codes since the last right one';
comment on column castellan_private.factor.locked_until is 'No code is judged before';
comment on column castellan_private.factor.disabled_at is 'A hundred wrong codes in a row: no code is judged until an operator acts';
comment on column castellan_private.factor.confirmed_at is 'First correct code';

create table castellan_private.recovery_set (
    id uuid primary key default gen_random_uuid(),
    account uuid not null unique references castellan_private.account on delete cascade,
    key_version smallint not null references castellan_private.key_version,
    key_check bytea not null,
    salt text not null,
    consecutive_failures integer not null default 0,
    locked_until timestamptz,
    disabled_at timestamptz,
    created_at timestamptz not null default clock_timestamp()
);
comment on table castellan_private.recovery_set is 'The ten recovery codes of an account, issued together and replaced together';
comment on column castellan_private.recovery_set.key_check is 'HMAC of a fixed word under the set''s subkey: tells a wrong key file from a wrong code';
comment on column castellan_private.recovery_set.salt is 'bcrypt salt, cost 6, one a set: a check costs one hash';
comment on column castellan_private.recovery_set.consecutive_failures is 'Counted apart from the codes of the authenticator';
comment on column castellan_private.recovery_set.disabled_at is 'A hundred wrong codes in a row';

create table castellan_private.recovery_code (
    recovery_set uuid not null references castellan_private.recovery_set on delete cascade,
    hash text not null,
    used_at timestamptz,
    primary key (recovery_set, hash)
);
comment on table castellan_private.recovery_code is 'One recovery code; a used one stays until the set is replaced';
comment on column castellan_private.recovery_code.hash is 'bcrypt(HMAC-SHA256(subkey, code))';
comment on column castellan_private.recovery_code.used_at is 'Null while the code can still be used';

create table castellan_private.enrolment (
    id uuid primary key default gen_random_uuid(),
    account uuid not null references castellan_private.account on delete cascade,
    method text not null check (method in ('application', 'remote', 'with_me')),
    state text not null check (state in ('requested', 'shown', 'confirmed', 'cancelled', 'superseded')),
    replaces boolean not null default false,
    factor uuid references castellan_private.factor on delete set null,
    requested_by text not null default session_user,
    requested_at timestamptz not null default clock_timestamp(),
    request_xid xid8 not null default pg_current_xact_id(),
    expires_at timestamptz not null,
    reason text,
    ticket text,
    note text,
    code_key_version smallint references castellan_private.key_version,
    code_key_check bytea,
    code_mac bytea,
    code_failures integer not null default 0,
    confirmed_at timestamptz,
    confirm_xid xid8,
    codes_shown_at timestamptz,
    handed_over_at timestamptz,
    check (method = 'application' or reason is not null)
);
comment on table castellan_private.enrolment is 'How a factor came to be, step by step; one open enrolment an account';
comment on column castellan_private.enrolment.method is
    'application: by the person, in the application; remote: there too, with a code from an operator; with_me: at the operator''s screen';
comment on column castellan_private.enrolment.state is
    'requested, shown (the key was disclosed), confirmed by a correct code, cancelled, superseded by a newer one; expired is what expires_at says';
comment on column castellan_private.enrolment.replaces is 'May take the place of a confirmed factor: a proof was given';
comment on column castellan_private.enrolment.factor is 'The pending factor, once there is one';
comment on column castellan_private.enrolment.requested_by is 'Role name of the operator or of the application';
comment on column castellan_private.enrolment.request_xid is 'Transaction of the request: nothing is disclosed inside that one';
comment on column castellan_private.enrolment.expires_at is 'Not usable from then on, unless confirmed';
comment on column castellan_private.enrolment.reason is 'A word: new_phone, lost_phone, first_factor, other';
comment on column castellan_private.enrolment.ticket is 'Ticket number in the operator''s own system';
comment on column castellan_private.enrolment.note is 'Free text of the operator';
comment on column castellan_private.enrolment.code_mac is 'HMAC-SHA256(subkey of this row, one-time enrolment code)';
comment on column castellan_private.enrolment.code_key_check is 'Tells a wrong key file from a wrong code';
comment on column castellan_private.enrolment.code_failures is 'Wrong enrolment codes; ten cancel the enrolment';
comment on column castellan_private.enrolment.confirm_xid is 'Transaction of the confirmation: recovery codes are not shown inside that one';
comment on column castellan_private.enrolment.codes_shown_at is 'Recovery codes were issued and shown, once';
comment on column castellan_private.enrolment.handed_over_at is 'The operator said that the person has the recovery codes';
create unique index enrolment_open on castellan_private.enrolment (account) where state in ('requested', 'shown');
create index enrolment_account on castellan_private.enrolment (account, requested_at);

-- Unlogged: after a crash a person verifies once more.
create unlogged table castellan_private.proof (
    id uuid primary key default gen_random_uuid(),
    account uuid not null,
    source text not null check (source in ('otp', 'recovery_code', 'enrolment')),
    expires_at timestamptz not null
);
comment on table castellan_private.proof is 'That an account passed its second factor a moment ago; deleted when used';
comment on column castellan_private.proof.source is 'What was verified';
comment on column castellan_private.proof.expires_at is 'Five minutes after the verification';
create index proof_account on castellan_private.proof (account);

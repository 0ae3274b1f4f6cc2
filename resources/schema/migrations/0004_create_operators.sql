-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- purpose: operators, their elevation and the two-phase attempts that lead to it

create table castellan_private.operator (
    role_name text primary key,
    kind text not null check (kind in ('admin', 'helpdesk', 'auditor')),
    active boolean not null default true,
    account uuid references castellan_private.account on delete set null,
    added_at timestamptz not null default clock_timestamp(),
    added_by text not null default session_user,
    version bigint not null default 1
);
comment on table castellan_private.operator is 'People with a login role of their own, useless until they have signed in';
comment on column castellan_private.operator.role_name is 'The login role; equals session_user in every call';
comment on column castellan_private.operator.kind is 'admin ranks as admin, helpdesk as staff, auditor has no rank';
comment on column castellan_private.operator.account is 'The same person''s account in the application, if known: nobody acts on oneself';

-- Unlogged: a crash of the server empties these, and everybody signs in again; a standby has none.
create unlogged table castellan_private.sign_in_attempt (
    id uuid primary key default gen_random_uuid(),
    operator text not null,
    backend_pid integer not null,
    backend_start timestamptz not null,
    xid xid8 not null default pg_current_xact_id(),
    begun_at timestamptz not null default clock_timestamp(),
    step bigint not null,
    key_version smallint,
    code_mac bytea,
    locked_until timestamptz,
    done_at timestamptz
);
comment on table castellan_private.sign_in_attempt is
    'Codes that were handed in and not yet judged: sign_in_begin counts a failure and commits, sign_in_finish judges in a later transaction';
comment on column castellan_private.sign_in_attempt.xid is 'Transaction of the begin: finish refuses while it is the caller''s own';
comment on column castellan_private.sign_in_attempt.step is 'Time step of the database at begin; the code is judged against this one, never a later one';
comment on column castellan_private.sign_in_attempt.code_mac is 'HMAC-SHA256(subkey of this attempt, code); null: the input was no code at all';
comment on column castellan_private.sign_in_attempt.locked_until is 'The lock that this begin set, so that a finish lifts exactly that';
comment on column castellan_private.sign_in_attempt.done_at is 'Judged: never again';
create index sign_in_attempt_operator on castellan_private.sign_in_attempt (operator, begun_at);

create unlogged table castellan_private.elevation (
    operator text primary key,
    id uuid not null unique default gen_random_uuid(),
    kind text not null,
    started_at timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    client_address inet,
    ticket_sha256 bytea not null check (octet_length(ticket_sha256) = 32),
    xid xid8 not null default pg_current_xact_id()
);
comment on table castellan_private.elevation is 'Who is signed in: one a person. Rows are only made and deleted, never updated';
comment on column castellan_private.elevation.expires_at is 'Ends then, however active';
comment on column castellan_private.elevation.client_address is 'Address of the sign-in; a joining connection comes from the same; null for a local socket';
comment on column castellan_private.elevation.ticket_sha256 is 'SHA-256 of the 256-bit ticket with which further connections join';
comment on column castellan_private.elevation.xid is 'Transaction that made it: inside that one it does not count yet';

create unlogged table castellan_private.elevation_member (
    backend_pid integer not null,
    backend_start timestamptz not null,
    elevation uuid not null references castellan_private.elevation (id) on delete cascade,
    interactive boolean not null,
    joined_at timestamptz not null default clock_timestamp(),
    xid xid8 not null default pg_current_xact_id(),
    primary key (backend_pid, backend_start)
);
comment on table castellan_private.elevation_member is 'Server processes that act for an elevation: at most two';
comment on column castellan_private.elevation_member.backend_start is 'With the pid it names one server process for good: pids are used again';
comment on column castellan_private.elevation_member.interactive is 'Calls here count as activity; those of the background connection do not';
create index elevation_member_elevation on castellan_private.elevation_member (elevation);

-- A row of its own: an open transaction that touched it must not stand in the way of ending the elevation.
create unlogged table castellan_private.elevation_activity (
    elevation uuid primary key,
    last_at timestamptz not null default clock_timestamp()
);
comment on table castellan_private.elevation_activity is 'Last call of an operator on the interactive connection, to within ten seconds';

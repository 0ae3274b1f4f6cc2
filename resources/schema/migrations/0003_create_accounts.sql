-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- purpose: the application's people, as account_sync tells them

create table castellan_private.account (
    id uuid primary key default gen_random_uuid(),
    external_id text not null unique,
    login text not null,
    display_name text,
    email text,
    rank text not null check (rank in ('user', 'staff', 'admin')),
    active boolean not null default true,
    must_enrol boolean not null default false,
    enrol_by timestamptz,
    created_at timestamptz not null default clock_timestamp(),
    changed_at timestamptz not null default clock_timestamp(),
    version bigint not null default 1
);
comment on table castellan_private.account is 'A person of the protected application; written by account_sync alone';
comment on column castellan_private.account.external_id is 'What the application calls this person: its primary key as text';
comment on column castellan_private.account.rank is 'user, staff or admin: nobody acts alone on an account of equal or higher rank';
comment on column castellan_private.account.must_enrol is 'An operator asked for a new factor, whatever the rank says; cleared by the confirmation of one';
comment on column castellan_private.account.enrol_by is 'When a factor is or was due; null while none is required';
comment on column castellan_private.account.version is 'Counts changes of this row';

create table castellan_private.account_rank_history (
    account uuid not null references castellan_private.account on delete cascade,
    rank text not null check (rank in ('user', 'staff', 'admin')),
    held_until timestamptz not null default clock_timestamp(),
    primary key (account, held_until)
);
comment on table castellan_private.account_rank_history is
    'Ranks that were lowered: for 24 hours an account is still treated as what it was, so that lowering it is no way around the second person';
comment on column castellan_private.account_rank_history.held_until is 'When the rank was taken away';

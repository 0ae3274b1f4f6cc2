-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.account_entries(ids uuid[], sort text, now_at timestamptz,
    out ordinal bigint,
    out id uuid, out external_id text, out login text, out display_name text, out email text, out rank text,
    out active boolean, out factor_state text, out factor_until timestamptz, out factors integer,
    out recovery_codes_left integer, out last_used_at timestamptz, out enrolled_at timestamptz,
    out created_at timestamptz, out version bigint, out "position" jsonb)
returns setof record
language sql
stable
as $$
    -- What factor_required() and recovery_codes_left() say, without a call a row: a page has up to a thousand.
    with required as materialized (select castellan_private.setting_value('required_ranks') as ranks)
    select wanted.ordinal, a.id, a.external_id, a.login, a.display_name, a.email, a.rank, a.active,
           -- The state is a matter of the moment: locks and enrolments run out without anybody writing it down.
           case when f.disabled_at is not null then 'disabled'
                when f.locked_until > now_at then 'locked'
                when f.id is not null then 'active'
                when e.id is not null then 'pending'
                when a.must_enrol or pg_catalog.jsonb_exists(required.ranks, a.rank) then 'must_enrol'
                else 'none' end,
           case when f.disabled_at is not null then null
                when f.locked_until > now_at then f.locked_until
                when f.id is not null then null
                when e.id is not null then e.expires_at
                when a.must_enrol or pg_catalog.jsonb_exists(required.ranks, a.rank) then a.enrol_by end,
           (f.id is not null)::integer,
           (select count(*)::integer
              from castellan_private.recovery_set s
              join castellan_private.recovery_code c on c.recovery_set = s.id
             where s.account = a.id and c.used_at is null),
           f.last_used_at, f.confirmed_at, a.created_at, a.version,
           castellan_private.account_position(a, f.last_used_at, sort)
      from unnest(ids) with ordinality wanted(id, ordinal)
      join castellan_private.account a on a.id = wanted.id
      cross join required
      left join castellan_private.factor f on f.account = a.id and not f.pending
      left join castellan_private.enrolment e
             on e.account = a.id and e.state in ('requested', 'shown') and e.expires_at > now_at
     order by wanted.ordinal;
$$;
comment on function castellan_private.account_entries(uuid[], text, timestamptz) is
    'These accounts as lists show them, in this order; missing ones are left out';
revoke all on function castellan_private.account_entries(uuid[], text, timestamptz) from public;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.account_landmarks(filter jsonb, sort text, n integer,
    out label text, out "position" jsonb, out fraction double precision)
returns setof record
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set debug_print_plan = off
set "TimeZone" = 'UTC'
set jit = off
set work_mem = '16MB'
as $$
declare
    now_at timestamptz := clock_timestamp();
    f castellan_private.account_filter;
    sample record;
    used text := 'case when a.has_factor then coalesce((select u.last_used_at from castellan_private.factor u'
                 ' where u.account = a.id and not u.pending), ''-infinity'') end';
    keys text;
begin
    perform castellan_private.operator_guard();
    sort := castellan_private.account_sort_argument(sort);
    n := castellan_private.number_argument(n, 'n', 200, 200);
    f := castellan_private.account_filter_read(filter);
    if f.nothing then
        return;
    end if;
    sample := castellan_private.account_sample(f, now_at);
    keys := case sort when 'name' then 'a.name_key, null::timestamptz' when 'login' then 'a.login_key, null::timestamptz'
                      when 'created' then 'null::text, a.created_at'
                      when 'rank' then 'a.rank_order::text || a.name_key, null::timestamptz'
                      when 'last_used' then 'null::text, ' || used end;
    return query execute format($sql$
        with ordered as (
            select k.id, row_number() over (order by k.key_text collate "C", k.key_time nulls first, k.id) - 1 as place,
                   count(*) over () as total
              from (select a.id, %s from %s where %s) k(id, key_text, key_time)),
        marks as (
            select o.id, o.place, o.total from ordered o
             where o.place * $12 / o.total <> (o.place - 1) * $12 / o.total or o.place = 0
             limit $12) -- no more than that anyway: the planner is told
        select case $13 when 'name' then initcap(left(a.name_key, 3)) when 'login' then left(a.login_key, 3)
                        when 'rank' then a.rank
                        when 'created' then to_char(a.created_at, 'YYYY-MM-DD')
                        when 'last_used' then coalesce(to_char(nullif(u.last_used_at, '-infinity'), 'YYYY-MM-DD'), '') end,
               castellan_private.account_position(a, u.last_used_at, $13) || '{"inclusive": true}',
               m.place::double precision / m.total
          from marks m
          join castellan_private.account a on a.id = m.id
          left join castellan_private.factor u on u.account = a.id and not u.pending
         order by m.place $sql$,
        keys, sample.source, castellan_private.account_condition(f, false))
        using f.pattern, f.grams, f.ranks, null::text, null::timestamptz, null::smallint, null::uuid,
              null::integer, null::integer, now_at, sample.candidates, n, sort;
end $$;
comment on function castellan.account_landmarks(jsonb, text, integer) is
    'At most n (200) places spread evenly over the accounts that match, ascending: label (first letters, rank, or date, empty for never), inclusive position, and which fraction of the rows is before. At many accounts read from a sample';
revoke all on function castellan.account_landmarks(jsonb, text, integer) from public;
grant execute on function castellan.account_landmarks(jsonb, text, integer)
    to castellan_admin, castellan_helpdesk, castellan_auditor;

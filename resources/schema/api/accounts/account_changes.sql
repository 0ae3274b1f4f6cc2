-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.account_changes(out id uuid, inout cursor jsonb, row_limit integer)
returns setof record
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set debug_print_plan = off
set jit = off
as $$
#variable_conflict use_column
declare
    events constant integer := 5000; -- audit events that are looked at in one call, at least
    wanted integer;
    from_here record;
    present pg_snapshot := pg_current_snapshot();
    first_new xid8;
    running xid8[];
    last_looked_at xid8;
    changed uuid[];
    xids xid8[];
begin
    perform castellan_private.operator_guard(activity => false); -- nobody's hand asks for this
    wanted := castellan_private.number_argument(row_limit, 'row_limit', 500, 2000);
    if cursor is null or cursor in ('null', '{}') then
        cursor := jsonb_build_object('since', present);
        return next;
        return;
    end if;
    from_here := castellan_private.change_cursor_read(cursor);
    present := coalesce(from_here.until, present);
    -- Committed since then is what is visible now and was not in that snapshot: transactions that began
    -- later, and those that were running. So an early number that commits late is not missed.
    first_new := greatest(pg_snapshot_xmax(from_here.since), from_here.last_xid);
    running := array(select pg_snapshot_xip(from_here.since));
    select e.xid into last_looked_at from castellan_private.audit_event e
     where e.xid >= first_new order by e.xid, e.id offset events limit 1;

    select array_agg(p.account order by p.xid, p.account), array_agg(p.xid order by p.xid, p.account)
      into changed, xids
      from (select c.xid, c.account
              from (select e.xid, e.account from castellan_private.audit_event e
                     where e.xid >= first_new and e.xid <= coalesce(last_looked_at, '18446744073709551615')
                       and e.account is not null
                    union all
                    select e.xid, e.account from castellan_private.audit_event e
                     where e.xid = any (running) and e.account is not null
                    union all
                    (select a.changed_xid, a.id from castellan_private.account a
                      where a.changed_xid >= first_new and a.changed_xid <= coalesce(last_looked_at, '18446744073709551615')
                        and (from_here.last_xid is null or (a.changed_xid, a.id) > (from_here.last_xid, from_here.last_id))
                      order by a.changed_xid, a.id limit wanted + 1)
                    union all
                    select a.changed_xid, a.id from castellan_private.account a
                     where a.changed_xid = any (running)) c
             where pg_visible_in_snapshot(c.xid, present)
               and (from_here.last_xid is null or (c.xid, c.account) > (from_here.last_xid, from_here.last_id))
             group by c.xid, c.account
             order by c.xid, c.account
             limit wanted + 1) p;

    if cardinality(changed) > wanted then
        cursor := jsonb_build_object('since', from_here.since, 'until', present, 'xid', xids[wanted], 'id', changed[wanted]);
    elsif last_looked_at is not null then
        cursor := jsonb_build_object('since', from_here.since, 'until', present,
                                     'xid', (last_looked_at::text::numeric + 1)::text, -- all of that one was given
                                     'id', '00000000-0000-0000-0000-000000000000');
    else
        cursor := jsonb_build_object('since', present);
    end if;
    for id in select distinct c from unnest(changed[1:wanted]) c loop
        return next;
    end loop;
    id := null;
    return next;
end $$;
comment on function castellan.account_changes(jsonb, integer) is
    'Accounts of which something that a list shows has changed since the cursor: at most row_limit (2000), some perhaps again, none left out, whatever order transactions commit in. The last row has no id; every row has the cursor for the next call. Without a cursor: from now on. What runs out by itself (a lock, a pending enrolment) is no change';
revoke all on function castellan.account_changes(jsonb, integer) from public;
grant execute on function castellan.account_changes(jsonb, integer) to castellan_admin, castellan_helpdesk, castellan_auditor;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.account_events(account uuid, row_limit integer,
    out at timestamptz, out kind text, out outcome text, out reason text, out actor text, out facts jsonb)
returns setof record
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set debug_print_plan = off
set jit = off
as $$
declare
    me castellan_private.elevation;
    wanted integer;
    everything boolean;
begin
    me := castellan_private.operator_guard();
    if account is null then
        perform castellan_private.fail('ZC010', 'account');
    end if;
    wanted := castellan_private.number_argument(row_limit, 'row_limit', 100, 1000);
    -- Helpdesk staff read of the accounts they may handle; of the others only what they did themselves.
    everything := me.kind in ('admin', 'auditor')
        or castellan_private.rank_level(castellan_private.account_highest_rank(account)) < castellan_private.rank_level('staff');
    return query
        select e.at, e.kind, e.outcome, e.reason, e.actor, e.detail
          from castellan_private.audit_event e
         where e.account = account_events.account
           and (everything or e.actor = session_user::text)
         order by e.at desc, e.id desc
         limit wanted;
end $$;
comment on function castellan.account_events(uuid, integer) is
    'The newest audit events about an account, without their personal part. Admins and auditors read all; helpdesk staff those of accounts of lower rank, and what they did themselves on others';
revoke all on function castellan.account_events(uuid, integer) from public;
grant execute on function castellan.account_events(uuid, integer) to castellan_admin, castellan_helpdesk, castellan_auditor;

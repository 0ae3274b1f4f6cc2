-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.account_changed(
    before castellan_private.account, after castellan_private.account)
returns void
language plpgsql
volatile
as $$
declare
    old_facts jsonb := castellan_private.account_facts(before);
    new_facts jsonb := castellan_private.account_facts(after);
    fields text[] := array(select key from jsonb_each(new_facts) n
                            where n.value is distinct from old_facts -> n.key order by key collate "C");
    facts jsonb := jsonb_build_object('rank', after.rank, 'active', after.active);
begin
    if before.id is null then
        perform castellan_private.audit_write('account.create', 'ok', null, after.id, after.id, 'account', facts,
                                              personal => jsonb_build_object('after', new_facts));
        return;
    end if;
    -- Which fields changed is a fact; what they say is personal.
    facts := facts || jsonb_build_object('changed', fields, 'old_rank', before.rank, 'old_active', before.active);
    perform castellan_private.audit_write('account.change', 'ok', null, after.id, after.id, 'account', facts,
        personal => jsonb_build_object(
            'before', (select jsonb_object_agg(f, old_facts -> f) from unnest(fields) f),
            'after', (select jsonb_object_agg(f, new_facts -> f) from unnest(fields) f)));
    if castellan_private.rank_level(after.rank) < castellan_private.rank_level(before.rank) then
        perform castellan_private.audit_write('account.rank_lowered', 'warning', null, after.id, after.id, 'account',
            jsonb_build_object('rank', after.rank, 'old_rank', before.rank));
    end if;
end $$;
comment on function castellan_private.account_changed(castellan_private.account, castellan_private.account) is
    'Records a new account (before: null) or a change of one, and warns of a lowered rank';
revoke all on function castellan_private.account_changed(castellan_private.account, castellan_private.account) from public;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.account_sync(
    external_id text, login text, display_name text, email text, rank text, active boolean)
returns uuid
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set debug_print_plan = off
set lock_timeout = '5s' -- an operator's open transaction may hold the account
as $$
declare
    known castellan_private.account;
    wanted castellan_private.account;
    due boolean;
begin
    perform castellan_private.application_guard();
    wanted.external_id := castellan_private.text_argument(external_id, 'external_id', 255, true);
    wanted.login := castellan_private.text_argument(login, 'login', 255, true);
    wanted.display_name := castellan_private.text_argument(display_name, 'display_name', 500, false);
    wanted.email := castellan_private.text_argument(email, 'email', 320, false);
    wanted.rank := castellan_private.text_argument(rank, 'rank', 16, true);
    if castellan_private.rank_level(wanted.rank) = 0 then
        perform castellan_private.fail('ZC011', 'rank');
    end if;
    if active is null then
        perform castellan_private.fail('ZC010', 'active');
    end if;
    wanted.active := active;
    due := castellan_private.factor_required(false, wanted.rank);

    insert into castellan_private.account as a (external_id, login, display_name, email, rank, active, enrol_by)
    values (wanted.external_id, wanted.login, wanted.display_name, wanted.email, wanted.rank, wanted.active,
            case when due then clock_timestamp() end)
    on conflict on constraint account_external_id_key do nothing
    returning a.* into known;
    if found then
        perform castellan_private.account_changed(null, known);
        return known.id;
    end if;

    -- There already: nothing removes an account, so the row is still there once its lock is ours.
    select a.* into known from castellan_private.account a
     where a.external_id = wanted.external_id for no key update;
    if row(known.login, known.display_name, known.email, known.rank, known.active)
       is not distinct from row(wanted.login, wanted.display_name, wanted.email, wanted.rank, wanted.active) then
        return known.id;
    end if;
    if castellan_private.rank_level(wanted.rank) < castellan_private.rank_level(known.rank) then
        insert into castellan_private.account_rank_history (account, rank) values (known.id, known.rank);
    end if;
    if not wanted.active then
        delete from castellan_private.proof p where p.account = known.id;
    end if;
    update castellan_private.account a
       set login = wanted.login, display_name = wanted.display_name, email = wanted.email,
           rank = wanted.rank, active = wanted.active,
           enrol_by = case when due or a.must_enrol then coalesce(a.enrol_by, clock_timestamp()) end,
           changed_at = clock_timestamp(), version = a.version + 1
     where a.id = known.id
    returning a.* into wanted;
    perform castellan_private.account_changed(known, wanted);
    return known.id;
exception when others then
    if left(sqlstate, 2) in ('25', '40', '53', '57', 'ZC') or sqlstate = '55P03' then
        raise;
    end if;
    perform castellan_private.fail('ZC900'); -- no constraint's or cast's text, which may show a row
end $$;
comment on function castellan.account_sync(text, text, text, text, text, boolean) is
    'Tells Castellan of a person, new or changed; the only way accounts come to be. rank: user, staff, admin. Writes nothing when nothing differs';
revoke all on function castellan.account_sync(text, text, text, text, text, boolean) from public;
grant execute on function castellan.account_sync(text, text, text, text, text, boolean) to castellan_app;

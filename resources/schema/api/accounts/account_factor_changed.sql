-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.account_factor_changed()
returns trigger
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $$
declare
    owner_id uuid;
begin
    foreach owner_id in array array[case when tg_op <> 'INSERT' then old.account end,
                                    case when tg_op <> 'DELETE' then new.account end] loop
        update castellan_private.account a
           set has_factor = not a.has_factor
         where a.id = owner_id
           and a.has_factor <> exists (select from castellan_private.factor f
                                        where f.account = a.id and not f.pending);
    end loop;
    return null;
end $$;
comment on function castellan_private.account_factor_changed() is
    'Trigger of factor: keeps account.has_factor. Fires when factors come, go or are confirmed, not when one is used';
revoke all on function castellan_private.account_factor_changed() from public;

create or replace trigger account_factor_changed
    after insert or delete or update of pending, account on castellan_private.factor
    for each row execute function castellan_private.account_factor_changed();

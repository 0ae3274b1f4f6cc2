-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.account_touched()
returns trigger
language plpgsql
volatile
set search_path = pg_catalog, pg_temp
as $$
begin
    new.changed_xid := pg_current_xact_id();
    return new;
end $$;
comment on function castellan_private.account_touched() is 'Trigger of account: account_changes() finds the row by its transaction';
revoke all on function castellan_private.account_touched() from public;

create or replace trigger account_touched before update on castellan_private.account
    for each row execute function castellan_private.account_touched();

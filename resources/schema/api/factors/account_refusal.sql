-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.account_refusal(me castellan_private.elevation, person castellan_private.account)
returns text
language plpgsql
volatile
as $$
begin
    if (person).id is null then
        return 'not_found';
    elsif castellan_private.rank_level(castellan_private.account_highest_rank((person).id))
          >= castellan_private.rank_level(castellan_private.operator_rank((me).kind))
       or castellan_private.fold((person).login) = castellan_private.fold((me).operator)
       or exists (select from castellan_private.operator o
                   where o.role_name = (me).operator and o.account = (person).id) then
        return 'rank';
    elsif not (person).active then
        return 'inactive';
    end if;
    return null;
end $$;
comment on function castellan_private.account_refusal(castellan_private.elevation, castellan_private.account) is
    'Why an operator may not act alone on an account: not_found, rank (equal or higher within 24 hours, or oneself), inactive; null when nothing is in the way';
revoke all on function castellan_private.account_refusal(castellan_private.elevation, castellan_private.account) from public;

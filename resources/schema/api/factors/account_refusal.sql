-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.account_refusal(me castellan_private.elevation, account castellan_private.account)
returns text
language plpgsql
volatile
as $$
begin
    if (account).id is null then
        return 'not_found';
    elsif castellan_private.rank_level(castellan_private.account_highest_rank((account).id))
          >= castellan_private.rank_level(castellan_private.operator_rank((me).kind))
       or lower((account).login) = lower((me).operator)
       or exists (select from castellan_private.operator o
                   where o.role_name = (me).operator and o.account = (account).id) then
        return 'rank';
    elsif not (account).active then
        return 'inactive';
    end if;
    return null;
end $$;
comment on function castellan_private.account_refusal(castellan_private.elevation, castellan_private.account) is
    'Why an operator may not act alone on an account: not_found, rank (equal or higher within 24 hours, or oneself), inactive; null when nothing is in the way';
revoke all on function castellan_private.account_refusal(castellan_private.elevation, castellan_private.account) from public;

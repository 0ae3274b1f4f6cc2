-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.enrolment_mine_open(me castellan_private.elevation, enrolment uuid, method text,
    out taken castellan_private.enrolment, out refusal text)
language plpgsql
volatile
as $$
declare
    mine record;
    person castellan_private.account;
begin
    select * into mine from castellan_private.enrolment_mine(me, enrolment, method);
    taken := mine.taken;
    refusal := mine.refusal;
    if refusal is null then
        refusal := castellan_private.enrolment_closed(taken);
    end if;
    if refusal is null then -- the account may have changed since the request
        select a.* into person from castellan_private.account a where a.id = taken.account;
        refusal := castellan_private.account_refusal(me, person);
    end if;
end $$;
comment on function castellan_private.enrolment_mine_open(castellan_private.elevation, uuid, text) is
    'As enrolment_mine, and still open, and the account still one the operator may act on';
revoke all on function castellan_private.enrolment_mine_open(castellan_private.elevation, uuid, text) from public;

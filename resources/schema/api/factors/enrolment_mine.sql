-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.enrolment_mine(me castellan_private.elevation, enrolment uuid, method text,
    out taken castellan_private.enrolment, out refusal text)
language plpgsql
volatile
as $$
declare
    own_xid xid8 := pg_current_xact_id_if_assigned(); -- before locks assign one
begin
    if enrolment is null then
        perform castellan_private.fail('ZC010', 'enrolment');
    end if;
    taken := castellan_private.enrolment_lock(enrolment);
    refusal := case
        -- A request of the caller's own transaction could still be taken back together with its audit event.
        when taken.id is null or taken.method <> enrolment_mine.method or taken.request_xid = own_xid then 'not_found'
        when taken.requested_by <> (me).operator then 'foreign' end;
end $$;
comment on function castellan_private.enrolment_mine(castellan_private.elevation, uuid, text) is
    'An enrolment that this operator requested in an earlier transaction, locked; else why not: not_found, foreign';
revoke all on function castellan_private.enrolment_mine(castellan_private.elevation, uuid, text) from public;

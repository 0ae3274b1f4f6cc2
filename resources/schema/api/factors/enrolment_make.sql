-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.enrolment_make(
    account uuid, method text, state text, replaces boolean, life interval,
    reason text default null, ticket text default null, note text default null)
returns castellan_private.enrolment
language plpgsql
volatile
as $$
declare
    older uuid;
    made castellan_private.enrolment;
begin
    -- The caller holds the account's row: one open enrolment an account, and the newest one counts.
    update castellan_private.enrolment e set state = 'superseded'
     where e.account = enrolment_make.account and e.state in ('requested', 'shown')
    returning e.id into older;
    delete from castellan_private.factor f where f.account = enrolment_make.account and f.pending;
    insert into castellan_private.enrolment (account, method, state, replaces, expires_at, reason, ticket, note)
    values (enrolment_make.account, enrolment_make.method, enrolment_make.state, enrolment_make.replaces,
            clock_timestamp() + life, enrolment_make.reason, enrolment_make.ticket, enrolment_make.note)
    returning * into made;
    if older is not null then
        perform castellan_private.audit_write('otp.enrol_cancel', 'ok', 'superseded', account, older, 'enrolment',
                                              jsonb_build_object('by', made.id));
    end if;
    return made;
end $$;
comment on function castellan_private.enrolment_make(uuid, text, text, boolean, interval, text, text, text) is
    'A new enrolment in place of the open one, whose pending factor goes; the account''s row must be locked';
revoke all on function castellan_private.enrolment_make(uuid, text, text, boolean, interval, text, text, text) from public;

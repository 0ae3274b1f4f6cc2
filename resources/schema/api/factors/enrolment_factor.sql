-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.enrolment_factor(enrolment castellan_private.enrolment,
    out factor uuid, out uri text, out fingerprint text)
language plpgsql
volatile
as $$
declare
    pending castellan_private.factor;
    seed bytea;
    login text;
begin
    select f.* into pending from castellan_private.factor f where f.id = enrolment.factor and f.pending;
    if not found then
        pending := castellan_private.factor_make(enrolment.account, null, true);
        update castellan_private.enrolment e
           set factor = pending.id, state = 'shown',
               expires_at = clock_timestamp() + castellan_private.setting_minutes('enrolment_minutes')
         where e.id = enrolment.id;
    end if;
    seed := castellan_private.factor_seed(pending);
    factor := pending.id;
    fingerprint := castellan_private.fingerprint(seed);
    login := (select a.login from castellan_private.account a where a.id = enrolment.account);
    uri := castellan_private.otp_uri(seed, pending, castellan_private.setting_value('product_name') #>> '{}', left(login, 64));
end $$;
comment on function castellan_private.enrolment_factor(castellan_private.enrolment) is
    'The pending factor of an enrolment, made at the first call, as URI for the QR code; the enrolment''s row must be locked';
revoke all on function castellan_private.enrolment_factor(castellan_private.enrolment) from public;

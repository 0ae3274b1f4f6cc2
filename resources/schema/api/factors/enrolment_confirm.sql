-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.enrolment_confirm(enrolment castellan_private.enrolment, code text,
    out ok boolean, out outcome text, out diagnosis text, out offset_seconds integer)
language plpgsql
volatile
as $$
declare
    pending castellan_private.factor;
    confirmed castellan_private.factor;
    now_at timestamptz := clock_timestamp();
    wanted text := castellan_private.otp_input(code);
    seed bytea;
    mac_key bytea := uuid_send(gen_random_uuid());
    code_mac bytea;
    matched bigint;
    diagnosed record;
begin
    ok := false;
    outcome := 'refused';
    select f.* into pending from castellan_private.factor f where f.id = enrolment.factor and f.pending for update;
    select f.* into confirmed from castellan_private.factor f where f.account = enrolment.account and not f.pending;
    if pending.id is null then
        outcome := 'expired';
    elsif confirmed.id is not null and not enrolment.replaces then
        outcome := 'already_enrolled'; -- another enrolment was quicker
    elsif wanted is null then
        diagnosis := 'malformed';
    else
        seed := castellan_private.factor_seed(pending);
        code_mac := castellan_ext.hmac(convert_to(wanted, 'UTF8'), mac_key, 'sha256');
        matched := castellan_private.otp_judge(seed, pending, castellan_private.otp_step(now_at, pending.period),
                                               code_mac, mac_key);
        if matched is null then
            -- Nothing is counted: whoever asks has just been shown the key.
            diagnosed := castellan_private.otp_diagnose(seed, pending, now_at, code_mac, mac_key);
            diagnosis := diagnosed.diagnosis;
            offset_seconds := diagnosed.offset_seconds;
            if diagnosis = 'wrong' and confirmed.id is not null
               and castellan_private.otp_judge(castellan_private.factor_seed(confirmed), confirmed,
                       castellan_private.otp_step(now_at, confirmed.period), code_mac, mac_key) is not null then
                diagnosis := 'other_device';
            end if;
        else
            select a.ok into ok from castellan_private.factor_accept(pending, matched, now_at, true) a;
            delete from castellan_private.factor f where f.id = confirmed.id;
            update castellan_private.factor f set pending = false where f.id = pending.id;
            update castellan_private.enrolment e
               set state = 'confirmed', confirmed_at = now_at, confirm_xid = pg_current_xact_id()
             where e.id = enrolment.id;
            update castellan_private.account a
               set must_enrol = false, changed_at = now_at, version = a.version + 1
             where a.id = enrolment.account and a.must_enrol;
            outcome := 'ok';
        end if;
    end if;
    perform castellan_private.audit_write('otp.enrol_confirm', outcome, diagnosis, enrolment.account, enrolment.id,
        'enrolment', jsonb_strip_nulls(jsonb_build_object('method', enrolment.method, 'factor', pending.id,
            'replaced', case when ok then confirmed.id end, 'offset_seconds', offset_seconds)));
end $$;
comment on function castellan_private.enrolment_confirm(castellan_private.enrolment, text) is
    'Judges the first code of a pending factor and puts it in force; shared by the application and by operators. Account and enrolment rows must be locked. Wrong codes count nothing';
revoke all on function castellan_private.enrolment_confirm(castellan_private.enrolment, text) from public;

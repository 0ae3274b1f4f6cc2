-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.otp_diagnose(
    seed bytea, factor castellan_private.factor, at timestamptz, code_mac bytea, mac_key bytea,
    out diagnosis text, out offset_seconds integer)
language plpgsql
immutable
as $$
declare
    step bigint := castellan_private.otp_step(at, factor.period);
    other_period integer := case factor.period when 30 then 60 else 30 end;
    other_algorithm text;
begin
    diagnosis := 'wrong';
    -- The device's clock is off, by up to ten minutes either way; nearest first.
    for distance in 2 .. 20 loop
        foreach offset_seconds in array array[-distance, distance] loop
            if code_mac = castellan_ext.hmac(convert_to(castellan_private.otp_code(
                    seed, step + offset_seconds, factor.digits, factor.algorithm), 'UTF8'), mac_key, 'sha256') then
                diagnosis := case offset_seconds when -2 then 'previous_step' else 'clock' end;
                offset_seconds := offset_seconds * factor.period;
                return;
            end if;
        end loop;
    end loop;
    offset_seconds := null;
    -- The app ignores what the QR code says: another hash, another period, or the key read as text.
    for candidate in step - 1 .. step + 1 loop
        foreach other_algorithm in array array['SHA1', 'SHA256', 'SHA512'] loop
            if other_algorithm <> factor.algorithm
               and code_mac = castellan_ext.hmac(convert_to(castellan_private.otp_code(
                    seed, candidate, factor.digits, other_algorithm), 'UTF8'), mac_key, 'sha256') then
                diagnosis := 'algorithm';
                return;
            end if;
        end loop;
        if code_mac = castellan_ext.hmac(convert_to(castellan_private.otp_code(convert_to(castellan_private.base32(seed), 'UTF8'),
                candidate, factor.digits, factor.algorithm), 'UTF8'), mac_key, 'sha256') then
            diagnosis := 'key_as_text';
            return;
        end if;
    end loop;
    step := castellan_private.otp_step(at, other_period);
    for candidate in step - 1 .. step + 1 loop
        if code_mac = castellan_ext.hmac(convert_to(castellan_private.otp_code(
                seed, candidate, factor.digits, factor.algorithm), 'UTF8'), mac_key, 'sha256') then
            diagnosis := 'period';
            return;
        end if;
    end loop;
end $$;
comment on function castellan_private.otp_diagnose(bytea, castellan_private.factor, timestamptz, bytea, bytea) is
    'Why a code that was refused is wrong: previous_step, clock (with how many seconds the device is ahead), algorithm, period, key_as_text or wrong. Never accepts anything';
revoke all on function castellan_private.otp_diagnose(bytea, castellan_private.factor, timestamptz, bytea, bytea) from public;

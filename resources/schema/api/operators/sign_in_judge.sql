-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.sign_in_judge(
    begun castellan_private.sign_in_attempt, factor castellan_private.factor,
    out ok boolean, out outcome text, out retry_at timestamptz, out reason text, out facts jsonb)
language plpgsql
volatile
as $$
declare
    seed bytea;
    mac_key bytea;
    matched bigint;
    diagnosed record;
begin
    ok := false;
    facts := '{}';
    outcome := 'refused';
    if factor.id is null then
        outcome := 'not_enrolled';
        return;
    elsif begun.code_mac is null then
        reason := 'malformed';
        return;
    end if;
    seed := castellan_private.factor_seed(factor);
    mac_key := castellan_private.sign_in_subkey(begun.key_version, begun.id);
    matched := castellan_private.otp_judge(seed, factor, begun.step, begun.code_mac, mac_key);
    if matched > factor.last_step then
        -- A lock set by this begin or after it does not matter: guesses are bounded by begins, and this one is right.
        select a.ok, a.outcome, a.reason, a.facts into ok, outcome, reason, facts
          from castellan_private.factor_accept(factor, matched, begun.begun_at, true) a;
    elsif matched is not null then
        -- A right code that was used before: recorded, and the count of its own begin is taken back.
        update castellan_private.factor f
           set consecutive_failures = greatest(f.consecutive_failures - 1, 0),
               locked_until = case when f.locked_until = begun.locked_until then null else f.locked_until end,
               version = f.version + 1
         where f.id = factor.id and f.disabled_at is null;
        outcome := 'replayed';
        retry_at := to_timestamp((greatest(factor.last_step, castellan_private.otp_step(clock_timestamp(), factor.period)) + 1)
                                 * factor.period);
    else
        retry_at := case when factor.disabled_at is null and factor.locked_until > clock_timestamp()
                         then factor.locked_until end;
        -- An assignment: what stands in a SELECT is a constant of its plan, which a log may show.
        diagnosed := castellan_private.otp_diagnose(seed, factor, begun.begun_at, begun.code_mac, mac_key);
        reason := diagnosed.diagnosis;
        facts := case when diagnosed.offset_seconds is null then '{}'
                      else jsonb_build_object('offset_seconds', diagnosed.offset_seconds) end;
    end if;
end $$;
comment on function castellan_private.sign_in_judge(castellan_private.sign_in_attempt, castellan_private.factor) is
    'Judges a taken attempt against the time step of its begin, never the present one; the factor''s row must be locked';
revoke all on function castellan_private.sign_in_judge(castellan_private.sign_in_attempt, castellan_private.factor) from public;

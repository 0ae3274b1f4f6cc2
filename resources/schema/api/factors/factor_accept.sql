-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.factor_accept(
    factor castellan_private.factor, matched bigint, at timestamptz, lifts_lock boolean default false,
    out ok boolean, out outcome text, out retry_at timestamptz, out reason text, out facts jsonb)
language plpgsql
volatile
as $$
declare
    present castellan_private.factor;
begin
    facts := '{}';
    -- One statement decides between many that hold the same code: the row moves past the step once. A lock
    -- that came meanwhile stands, unless the caller has counted this very attempt already.
    update castellan_private.factor f
       set last_step = matched,
           drift_steps = matched - castellan_private.otp_step(at, f.period),
           consecutive_failures = 0,
           locked_until = null,
           disabled_at = null,
           confirmed_at = coalesce(f.confirmed_at, at),
           last_used_at = at,
           version = f.version + 1
     where f.id = factor.id and f.last_step < matched
       and (lifts_lock or (f.disabled_at is null and (f.locked_until is null or f.locked_until <= at)))
    returning true, 'ok', jsonb_build_object('drift_steps', f.drift_steps) into ok, outcome, facts;
    if ok then
        return;
    end if;
    ok := false;
    outcome := 'refused';
    facts := '{}';
    select f.* into present from castellan_private.factor f where f.id = factor.id;
    if not found then
        reason := 'factor_gone';
    elsif not lifts_lock and (present.disabled_at is not null or present.locked_until > at) then
        outcome := 'locked';
        retry_at := case when present.disabled_at is null then present.locked_until end;
        reason := case when present.disabled_at is not null then 'disabled' end;
    else
        reason := 'replayed';
    end if;
end $$;
comment on function castellan_private.factor_accept(castellan_private.factor, bigint, timestamptz, boolean) is
    'A right code of time step matched: moves the factor past it, or says why not (replayed, locked meanwhile, gone)';
revoke all on function castellan_private.factor_accept(castellan_private.factor, bigint, timestamptz, boolean) from public;

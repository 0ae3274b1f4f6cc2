-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.factor_fail(factor castellan_private.factor, at timestamptz,
    out outcome text, out retry_at timestamptz, out reason text, out facts jsonb)
language plpgsql
volatile
as $$
declare
    present castellan_private.factor;
begin
    facts := '{}';
    -- Counts only while not locked, so that many at once are worth no more than one after the other.
    update castellan_private.factor f
       set consecutive_failures = f.consecutive_failures + 1,
           locked_until = castellan_private.lock_until(f.consecutive_failures + 1, at),
           disabled_at = case when f.consecutive_failures + 1 >= 100 then at end,
           version = f.version + 1
     where f.id = factor.id and f.disabled_at is null and (f.locked_until is null or f.locked_until <= at)
    returning f.* into present;
    if found then
        outcome := 'refused';
        retry_at := case when present.disabled_at is null then present.locked_until end;
        facts := jsonb_strip_nulls(jsonb_build_object('failures', present.consecutive_failures,
            'locked_until', castellan_private.micros(present.locked_until),
            'disabled', case when present.disabled_at is not null then true end));
        return;
    end if;
    select f.* into present from castellan_private.factor f where f.id = factor.id;
    outcome := case when found then 'locked' else 'refused' end;
    reason := case when not found then 'factor_gone' when present.disabled_at is not null then 'disabled' end;
    retry_at := case when present.disabled_at is null then present.locked_until end;
end $$;
comment on function castellan_private.factor_fail(castellan_private.factor, timestamptz) is
    'Counts a wrong code: refused, with retry_at when it locks; locked when somebody else''s failure was first';
revoke all on function castellan_private.factor_fail(castellan_private.factor, timestamptz) from public;

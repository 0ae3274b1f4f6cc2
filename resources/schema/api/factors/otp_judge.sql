-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.otp_judge(
    seed bytea, factor castellan_private.factor, step bigint, code_mac bytea, mac_key bytea)
returns bigint
language plpgsql
immutable
as $$
declare
    matched bigint;
begin
    -- The code is known by its HMAC alone (an operator's is never stored in clear), all three steps are
    -- always looked at, and a step that is still free is preferred to a spent one.
    for candidate in step - 1 .. step + 1 loop
        if castellan_ext.hmac(convert_to(castellan_private.otp_code(seed, candidate, factor.digits, factor.algorithm), 'UTF8'),
                              mac_key, 'sha256') = code_mac
           and (matched is null or matched <= factor.last_step) then
            matched := candidate;
        end if;
    end loop;
    return matched;
end $$;
comment on function castellan_private.otp_judge(bytea, castellan_private.factor, bigint, bytea, bytea) is
    'Time step, of the given one and its two neighbours, whose code has this HMAC-SHA256 under mac_key; null when none has. The caller compares it with last_step: not above means replayed';
revoke all on function castellan_private.otp_judge(bytea, castellan_private.factor, bigint, bytea, bytea) from public;

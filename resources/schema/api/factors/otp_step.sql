-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.otp_step(at timestamptz, period integer default 30)
returns bigint
language sql
stable
as $$
    select floor(extract(epoch from at) / period)::bigint;
$$;
comment on function castellan_private.otp_step(timestamptz, integer) is
    'Time step of a moment: whole periods (seconds) since 1970 (RFC 6238 section 4.2)';
revoke all on function castellan_private.otp_step(timestamptz, integer) from public;

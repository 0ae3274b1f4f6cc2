-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.otp_uri(seed bytea, factor castellan_private.factor, issuer text, account text)
returns text
language sql
stable
as $$
    -- A colon separates issuer and account: neither may hold one. The issuer stands twice, as apps differ
    -- in which they read; every part is percent-encoded, a space as %20.
    select 'otpauth://totp/' || castellan_private.percent_encode(translate(issuer, ':', ' '))
        || ':' || castellan_private.percent_encode(translate(account, ':', ' '))
        || '?secret=' || castellan_private.base32(seed)
        || '&issuer=' || castellan_private.percent_encode(translate(issuer, ':', ' '))
        || '&algorithm=' || (factor).algorithm
        || '&digits=' || (factor).digits
        || '&period=' || (factor).period;
$$;
comment on function castellan_private.otp_uri(bytea, castellan_private.factor, text, text) is
    'otpauth:// URI for the QR code (Key Uri Format)';
revoke all on function castellan_private.otp_uri(bytea, castellan_private.factor, text, text) from public;

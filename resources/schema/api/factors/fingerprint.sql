-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.fingerprint(secret bytea)
returns text
language sql
stable
as $$
    select encode(substr(sha256(convert_to('castellan fingerprint', 'UTF8') || secret), 1, 8), 'hex');
$$;
comment on function castellan_private.fingerprint(bytea) is
    'Names a secret of 128 bits or more in the audit trail without telling it; never for codes, which could be tried out';
revoke all on function castellan_private.fingerprint(bytea) from public;

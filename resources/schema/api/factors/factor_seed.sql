-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.factor_seed(factor castellan_private.factor)
returns bytea
language sql
stable
as $$
    select castellan_private.secret_open((factor).key_version, castellan_private.factor_context(factor), (factor).secret);
$$;
comment on function castellan_private.factor_seed(castellan_private.factor) is
    'The seed, opened; ZC900 (column key) when the key file is missing or not the right one';
revoke all on function castellan_private.factor_seed(castellan_private.factor) from public;

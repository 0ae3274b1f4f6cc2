-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.factor_required(must_enrol boolean, rank text)
returns boolean
language sql
stable
as $$
    select must_enrol or castellan_private.setting_has('required_ranks', rank);
$$;
comment on function castellan_private.factor_required(boolean, text) is
    'Whether an account must have a second factor: an operator asked for one, or its rank must';
revoke all on function castellan_private.factor_required(boolean, text) from public;

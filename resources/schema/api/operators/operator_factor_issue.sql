-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.operator_factor_issue(role_name text,
    out uri text, out factor uuid, out fingerprint text)
language plpgsql
volatile
as $$
declare
    made castellan_private.factor;
    seed bytea;
begin
    delete from castellan_private.factor f where f.operator = role_name;
    made := castellan_private.factor_make(null, role_name, false);
    seed := castellan_private.factor_seed(made);
    factor := made.id;
    fingerprint := castellan_private.fingerprint(seed);
    uri := castellan_private.otp_uri(seed, made, castellan_private.setting_value('product_name') #>> '{}', role_name);
end $$;
comment on function castellan_private.operator_factor_issue(text) is
    'A new factor for an operator in place of the present one; the URI is answered here and nowhere else';
revoke all on function castellan_private.operator_factor_issue(text) from public;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.factor_make(account uuid, operator text, pending boolean)
returns castellan_private.factor
language plpgsql
volatile
as $$
declare
    made castellan_private.factor;
begin
    made.id := gen_random_uuid();
    made.account := factor_make.account;
    made.operator := factor_make.operator;
    insert into castellan_private.factor (id, account, operator, pending, key_version, secret)
    select made.id, factor_make.account, factor_make.operator, factor_make.pending, k.version,
           castellan_private.secret_seal(k.version, castellan_private.factor_context(made),
                                         castellan_ext.gen_random_bytes(20))
      from castellan_private.key_active() as k(version)
    returning * into made;
    return made;
end $$;
comment on function castellan_private.factor_make(uuid, text, boolean) is
    'A new factor with a random seed of 20 bytes: SHA-1, 6 digits, 30 seconds, what every authenticator app understands';
revoke all on function castellan_private.factor_make(uuid, text, boolean) from public;

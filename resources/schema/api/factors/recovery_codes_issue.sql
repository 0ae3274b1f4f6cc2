-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.recovery_codes_issue(account uuid)
returns text[]
language plpgsql
volatile
as $$
declare
    made uuid := gen_random_uuid();
    version smallint := castellan_private.key_active();
    subkey bytea := castellan_private.recovery_subkey(version, made, account);
    salt text := castellan_ext.gen_salt('bf', 6);
    codes text[];
begin
    delete from castellan_private.recovery_set s where s.account = recovery_codes_issue.account;
    select array_agg(castellan_private.code_random(16)) into codes from generate_series(1, 10);
    insert into castellan_private.recovery_set (id, account, key_version, key_check, salt)
    values (made, recovery_codes_issue.account, version, castellan_private.key_check(subkey), salt);
    insert into castellan_private.recovery_code (recovery_set, hash)
    select made, castellan_private.recovery_hash(subkey, c, salt) from unnest(codes) c;
    return array(select castellan_private.code_shown(c, 4) from unnest(codes) c);
end $$;
comment on function castellan_private.recovery_codes_issue(uuid) is
    'Ten new recovery codes of 16 characters in place of all earlier ones; they exist in clear in this answer only';
revoke all on function castellan_private.recovery_codes_issue(uuid) from public;

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
    check_of_key bytea := castellan_private.key_check(subkey);
    code text;
    hashed text;
    shown text[] := '{}';
begin
    delete from castellan_private.recovery_set s where s.account = recovery_codes_issue.account;
    insert into castellan_private.recovery_set (id, account, key_version, key_check, salt)
    values (made, recovery_codes_issue.account, version, check_of_key, salt);
    for i in 1 .. 10 loop
        -- Assignments: what stands in a statement is a constant of its plan, which a log may show.
        code := castellan_private.code_random(16);
        hashed := castellan_private.recovery_hash(subkey, code, salt);
        shown := shown || castellan_private.code_shown(code, 4);
        insert into castellan_private.recovery_code (recovery_set, hash) values (made, hashed);
    end loop;
    return shown;
end $$;
comment on function castellan_private.recovery_codes_issue(uuid) is
    'Ten new recovery codes of 16 characters in place of all earlier ones; they exist in clear in this answer only';
revoke all on function castellan_private.recovery_codes_issue(uuid) from public;

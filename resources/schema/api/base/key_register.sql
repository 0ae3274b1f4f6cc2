-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.key_register(version smallint)
returns bytea
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    found_fingerprint bytea := castellan_private.subkey(version, 'fingerprint');
    known bytea;
begin
    select k.fingerprint into known from castellan_private.key_version k
     where k.version = key_register.version for update;
    if found and known <> found_fingerprint then
        perform castellan_private.fail('ZC020', 'version');
    end if;
    if not found then
        -- One key is active: a newer one takes over for what is sealed from now on.
        update castellan_private.key_version k set state = 'decrypt_only' where k.state = 'active';
        insert into castellan_private.key_version (version, fingerprint)
        values (key_register.version, found_fingerprint);
        perform castellan_private.audit_write('key.register', 'ok', object_type => 'key', detail =>
            jsonb_build_object('version', version, 'fingerprint', encode(substr(found_fingerprint, 1, 8), 'hex')));
    end if;
    return found_fingerprint;
end $$;
comment on function castellan_private.key_register(smallint) is
    'Records the fingerprint of a key file, or checks it against the recorded one: ZC020 when it is another key, ZC900 when there is none. For the installer';
revoke all on function castellan_private.key_register(smallint) from public;

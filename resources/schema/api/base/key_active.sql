-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.key_active()
returns smallint
language plpgsql
stable
as $$
declare
    active castellan_private.key_version;
begin
    select k.* into active from castellan_private.key_version k where k.state = 'active';
    -- Nothing is sealed under a file that is not the registered one: it could not be opened again.
    if not found or castellan_private.subkey(active.version, 'fingerprint') <> active.fingerprint then
        perform castellan_private.fail('ZC900', 'key');
    end if;
    return active.version;
end $$;
comment on function castellan_private.key_active() is
    'Version of the key that new secrets are sealed under, after a look that the file is the registered one; else ZC900';
revoke all on function castellan_private.key_active() from public;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.recovery_subkey(key_version smallint, recovery_set uuid, account uuid)
returns bytea
language sql
stable
as $$
    select castellan_private.subkey(key_version, 'recovery|' || recovery_set || '|' || account || '|' || key_version);
$$;
comment on function castellan_private.recovery_subkey(smallint, uuid, uuid) is 'Subkey of one account''s set of recovery codes';
revoke all on function castellan_private.recovery_subkey(smallint, uuid, uuid) from public;

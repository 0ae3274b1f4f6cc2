-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.sign_in_subkey(key_version smallint, attempt uuid)
returns bytea
language sql
stable
as $$
    select castellan_private.subkey(key_version, 'attempt|' || attempt || '|' || session_user || '|' || key_version);
$$;
comment on function castellan_private.sign_in_subkey(smallint, uuid) is 'Subkey under which one attempt''s code is remembered';
revoke all on function castellan_private.sign_in_subkey(smallint, uuid) from public;

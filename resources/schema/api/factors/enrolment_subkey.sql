-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.enrolment_subkey(key_version smallint, enrolment uuid, account uuid)
returns bytea
language sql
stable
as $$
    select castellan_private.subkey(key_version, 'enrolment|' || enrolment || '|' || account || '|' || key_version);
$$;
comment on function castellan_private.enrolment_subkey(smallint, uuid, uuid) is 'Subkey of one enrolment''s one-time code';
revoke all on function castellan_private.enrolment_subkey(smallint, uuid, uuid) from public;

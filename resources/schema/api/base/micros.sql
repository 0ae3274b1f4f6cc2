-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.micros(at timestamptz)
returns bigint
language sql
stable
as $$
    select (extract(epoch from at) * 1000000)::bigint;
$$;
comment on function castellan_private.micros(timestamptz) is
    'Microseconds since 1970-01-01 UTC: how times are written where text must not depend on the session''s time zone';
revoke all on function castellan_private.micros(timestamptz) from public;

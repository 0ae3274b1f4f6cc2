-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.setting_minutes(name text)
returns interval
language sql
stable
as $$
    select pg_catalog.make_interval(secs => 60 * (castellan_private.setting_value(name) #>> '{}')::double precision);
$$;
comment on function castellan_private.setting_minutes(text) is 'A setting that is a number of minutes, as an interval';
revoke all on function castellan_private.setting_minutes(text) from public;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.after_apply()
returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set "TimeZone" = 'UTC'
as $$
declare
    this_month date := date_trunc('month', clock_timestamp())::date;
begin
    begin
        perform castellan_private.audit_partitions_make(this_month, 24 + 1);
    exception when check_violation then
        -- The default partition holds events of one of these months: nothing is lost, they stay there.
        raise warning 'audit events lie in the default partition';
    end;
end $$;
comment on function castellan_private.after_apply() is
    'Last step of every install and upgrade: audit partitions for this month and 24 ahead';
revoke all on function castellan_private.after_apply() from public;

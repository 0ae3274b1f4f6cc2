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
    for ahead in 0 .. 24 loop
        begin
            perform castellan_private.audit_partitions_make((this_month + make_interval(months => ahead))::date, 1);
        exception when check_violation then
            -- The default partition holds events of this month: nothing is lost, they stay there. The
            -- other months are made all the same, or everything would end up there from now on.
            raise warning 'audit events lie in the default partition';
        end;
    end loop;
end $$;
comment on function castellan_private.after_apply() is
    'Last step of every install and upgrade: audit partitions for this month and 24 ahead';
revoke all on function castellan_private.after_apply() from public;

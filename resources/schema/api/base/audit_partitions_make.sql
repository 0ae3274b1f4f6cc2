-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.audit_partitions_make(first_month date, months integer)
returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set "TimeZone" = 'UTC'
as $$
declare
    month date;
    made integer := 0;
begin
    for i in 0 .. months - 1 loop
        month := (date_trunc('month', first_month::timestamp) + make_interval(months => i))::date;
        if to_regclass(format('castellan_private.audit_event_%s', to_char(month, 'YYYY_MM'))) is null then
            execute format('create table castellan_private.%I partition of castellan_private.audit_event'
                           ' for values from (%L) to (%L)',
                           'audit_event_' || to_char(month, 'YYYY_MM'),
                           month::timestamptz, (month + interval '1 month')::timestamptz);
            execute format('comment on table castellan_private.%I is %L',
                           'audit_event_' || to_char(month, 'YYYY_MM'),
                           'Audit events of ' || to_char(month, 'YYYY-MM') || ' (UTC)');
            made := made + 1;
        end if;
    end loop;
    return made;
end $$;
comment on function castellan_private.audit_partitions_make(date, integer) is
    'Makes the missing monthly partitions of the audit trail; returns how many. Fails where the default partition holds events of such a month';
revoke all on function castellan_private.audit_partitions_make(date, integer) from public;

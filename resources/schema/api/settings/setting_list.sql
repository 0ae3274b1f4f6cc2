-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan.setting_list(
    out name text, out value jsonb, out changed_at timestamptz, out changed_by text)
returns setof record
language plpgsql
volatile
security definer
set search_path = pg_catalog, pg_temp
set debug_print_plan = off
as $$
begin
    perform castellan_private.operator_guard(activity => false);
    return query
        select s.name, s.value, s.changed_at, s.changed_by
          from castellan_private.setting s
         order by s.name collate "C";
end $$;
comment on function castellan.setting_list() is 'All settings as they are; none is a secret';
revoke all on function castellan.setting_list() from public;
grant execute on function castellan.setting_list() to castellan_admin, castellan_helpdesk, castellan_auditor;

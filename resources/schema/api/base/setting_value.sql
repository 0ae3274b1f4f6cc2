-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.setting_value(name text)
returns jsonb
language plpgsql
stable
as $$
begin
    return (
        select s.value from castellan_private.setting s where s.name = setting_value.name
    );
end $$;
comment on function castellan_private.setting_value(text) is 'A setting''s present value';
revoke all on function castellan_private.setting_value(text) from public;

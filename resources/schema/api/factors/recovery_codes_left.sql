-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.recovery_codes_left(account uuid)
returns integer
language plpgsql
stable
as $$
begin
    return (
        select count(*)::integer
          from castellan_private.recovery_set s
          join castellan_private.recovery_code c on c.recovery_set = s.id
         where s.account = recovery_codes_left.account and c.used_at is null
    );
end $$;
comment on function castellan_private.recovery_codes_left(uuid) is 'How many recovery codes can still be used';
revoke all on function castellan_private.recovery_codes_left(uuid) from public;

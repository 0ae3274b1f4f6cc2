-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.account_place_read(at jsonb, sort text, descending boolean, backward boolean)
returns castellan_private.account_place
language plpgsql
stable
as $$
declare
    place castellan_private.account_place;
    first_id constant uuid := '00000000-0000-0000-0000-000000000000';
    last_id constant uuid := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
    last_text constant text := chr(1114111);
    up boolean := descending = backward;
begin
    if at is null or at in ('null', '{}') then
        return null;
    end if;
    if jsonb_typeof(at) <> 'object' then
        perform castellan_private.fail('ZC011', 'at');
    end if;
    if exists (select from jsonb_each(at) e
                where e.key not in ('name', 'login', 'created', 'last_used', 'rank', 'prefix', 'id', 'inclusive')
                   or jsonb_typeof(e.value) not in ('string', 'null') and e.key <> 'inclusive'
                   or jsonb_typeof(e.value) <> 'boolean' and e.key = 'inclusive') then
        perform castellan_private.fail('ZC011', 'at');
    end if;
    if exists (select from jsonb_each_text(at) e where octet_length(e.value) > 800) then
        perform castellan_private.fail('ZC012', 'at');
    end if;
    place.inclusive := coalesce((at ->> 'inclusive')::boolean, false);

    if at ->> 'prefix' is not null and sort in ('name', 'login') then
        -- Just before those that begin with it, in the order of the list; forward and backward part here.
        place.key_text := castellan_private.fold(at ->> 'prefix') || case when descending then last_text else '' end;
        place.id := case when descending then last_id else first_id end;
        return place;
    end if;
    if not at ? sort or (at ->> sort is null and sort <> 'last_used') then
        perform castellan_private.fail('ZC011', 'at');
    end if;

    -- What a place leaves open is before all or behind all that it could be.
    begin
        place.id := coalesce((at ->> 'id')::uuid, case when up = place.inclusive then first_id else last_id end);
        case sort
            when 'name', 'login' then
                place.key_text := at ->> sort;
            when 'created' then
                place.key_time := (at ->> 'created')::timestamptz;
            when 'last_used' then
                place.key_time := (at ->> 'last_used')::timestamptz;
                place.has_factor := place.key_time is not null;
            when 'rank' then
                place.key_rank := case at ->> 'rank' when 'user' then 0 when 'staff' then 1 when 'admin' then 2 end;
                place.key_text := coalesce(at ->> 'name', case when up = place.inclusive then '' else last_text end);
                if place.key_rank is null then
                    perform castellan_private.fail('ZC011', 'at');
                end if;
        end case;
    exception when data_exception then
        perform castellan_private.fail('ZC011', 'at');
    end;
    return place;
end $$;
comment on function castellan_private.account_place_read(jsonb, text, boolean, boolean) is
    'Reads a position: {"<sort>": key, "id"}, both as a row''s position gave them or the id left out; "name" beside "rank"; {"prefix"} as typed, for name and login; "inclusive". ZC011, ZC012 for anything else';
revoke all on function castellan_private.account_place_read(jsonb, text, boolean, boolean) from public;

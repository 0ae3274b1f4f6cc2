-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.account_page(
    sort text, f castellan_private.account_filter, place castellan_private.account_place,
    up boolean, wanted integer, now_at timestamptz)
returns uuid[]
language plpgsql
volatile
as $$
declare
    first_segment text := case when up then 'never_used' else 'used' end;
    second_segment text := case when up then 'used' else 'never_used' end;
    ids uuid[] := '{}';
begin
    if sort <> 'last_used' then
        return castellan_private.account_scan(sort, f, place, up, wanted, now_at);
    end if;
    -- Two indexes one after the other: accounts without a factor, then the factors by their last use.
    if place is null or place.has_factor <> up then
        ids := castellan_private.account_scan(first_segment, f, place, up, wanted, now_at);
        place := null;
    end if;
    if cardinality(ids) < wanted then
        ids := ids || castellan_private.account_scan(second_segment, f, place, up, wanted - cardinality(ids), now_at);
    end if;
    return ids;
end $$;
comment on function castellan_private.account_page(
    text, castellan_private.account_filter, castellan_private.account_place, boolean, integer, timestamptz) is
    'The next accounts beyond a place in a sort order, upwards or downwards';
revoke all on function castellan_private.account_page(
    text, castellan_private.account_filter, castellan_private.account_place, boolean, integer, timestamptz) from public;

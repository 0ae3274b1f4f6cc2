-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.account_scan(
    segment text, f castellan_private.account_filter, place castellan_private.account_place,
    up boolean, wanted integer, now_at timestamptz)
returns uuid[]
language plpgsql
volatile
as $$
declare
    -- Matches so few that they are gathered at once, and entries that are looked at before giving up on
    -- walking: about 20 ms each at any number of accounts. Walking alone would take a second where all who
    -- match stand together far off (a first name, in the order of names); gathering alone, where most match.
    few constant integer := 20000;
    -- From so many matches on gathering is as slow as five times that walk, which is tried first then.
    many constant integer := 100000;
    candidates uuid[];
    estimate bigint;
    walked record;
begin
    if f.nothing or (segment = 'used' and (f.no_factor or f.pending)) or (segment = 'never_used' and f.locked) then
        return '{}';
    end if;
    candidates := castellan_private.account_candidates(f, now_at, few);
    if candidates is null then
        estimate := castellan_private.account_estimate(f);
        if estimate > few or f.locked or f.pending then
            walked := castellan_private.account_walk(
                segment, f, place, up, wanted, case when estimate > many then many else few end, now_at);
            if walked.ended then
                return walked.ids;
            end if;
        end if;
    end if;
    return castellan_private.account_gather(segment, f, place, up, wanted, now_at, candidates,
                                            castellan_private.account_text_is_rare(f));
end $$;
comment on function castellan_private.account_scan(
    text, castellan_private.account_filter, castellan_private.account_place, boolean, integer, timestamptz) is
    'The first accounts beyond a place in one index that match the filter, by the way that is sure to be short';
revoke all on function castellan_private.account_scan(
    text, castellan_private.account_filter, castellan_private.account_place, boolean, integer, timestamptz) from public;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.account_candidates(
    f castellan_private.account_filter, now_at timestamptz, maximum integer)
returns uuid[]
language plpgsql
stable
as $$
declare
    found_ids uuid[];
begin
    if f.locked then
        found_ids := array(
            select l.account from castellan_private.factor l
             where l.locked_until > now_at and l.account is not null and not l.pending and l.disabled_at is null
            union all
            select l.account from castellan_private.factor l
             where l.disabled_at is not null and l.account is not null and not l.pending
            limit maximum + 1);
    elsif f.pending then
        found_ids := array(
            select e.account from castellan_private.enrolment e
             where e.state in ('requested', 'shown') and e.expires_at > now_at
            limit maximum + 1);
    end if;
    return case when cardinality(found_ids) <= maximum then found_ids end;
end $$;
comment on function castellan_private.account_candidates(castellan_private.account_filter, timestamptz, integer) is
    'The few accounts that are locked or pending just now, when the filter asks for those; null when it does not or when they are more than maximum';
revoke all on function castellan_private.account_candidates(castellan_private.account_filter, timestamptz, integer) from public;

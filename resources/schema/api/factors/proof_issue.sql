-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.proof_issue(account uuid, source text)
returns uuid
language plpgsql
volatile
as $$
declare
    made uuid;
    now_at timestamptz := clock_timestamp();
begin
    with expired as (
        delete from castellan_private.proof p where p.account = proof_issue.account and p.expires_at <= now_at)
    insert into castellan_private.proof (account, source, expires_at)
    values (proof_issue.account, proof_issue.source, now_at + interval '5 minutes')
    returning id into made; -- 122 random bits
    return made;
end $$;
comment on function castellan_private.proof_issue(uuid, text) is
    'A proof that the account has just passed its second factor: single use, bound to it, valid for five minutes';
revoke all on function castellan_private.proof_issue(uuid, text) from public;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.proof_use(proof uuid, account uuid)
returns boolean
language plpgsql
volatile
as $$
begin
    delete from castellan_private.proof p
     where p.id = proof_use.proof and p.account = proof_use.account and p.expires_at > clock_timestamp();
    return found;
end $$;
comment on function castellan_private.proof_use(uuid, uuid) is
    'Spends a proof: true once, for the account it was given to, before it expires';
revoke all on function castellan_private.proof_use(uuid, uuid) from public;

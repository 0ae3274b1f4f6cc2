-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.fail(code text, argument text default null)
returns void
language plpgsql
immutable
as $$
begin
    -- The texts are fixed and name no value: what a caller handed in is never echoed. The argument's
    -- name travels in the error's column field too, for programs.
    raise exception using
        errcode = code,
        message = case code
            when 'ZC001' then 'not signed in'
            when 'ZC002' then 'no privilege'
            when 'ZC003' then 'wrong isolation level: use READ COMMITTED'
            when 'ZC004' then 'the transaction has already written: call this in one of its own'
            when 'ZC010' then 'argument missing'
            when 'ZC011' then 'argument malformed'
            when 'ZC012' then 'argument too long'
            when 'ZC013' then 'no such row'
            when 'ZC020' then 'the key file is not the registered one'
            else 'internal error'
        end || case when code like 'ZC01_' then coalesce(': ' || argument, '') else '' end, -- psql shows no column
        column = coalesce(argument, '');
end $$;
comment on function castellan_private.fail(text, text) is
    'Raises one of Castellan''s own errors (class ZC); the list of all is words()';
revoke all on function castellan_private.fail(text, text) from public;

-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.otp_input(code text, digits integer default 6)
returns text
language sql
stable
as $$
    -- Spaces are how apps group a code; anything else, other scripts' digits too, is no code and is not converted.
    select case when char_length(code) <= 32
                 and translate(code, ' ', '') collate "C" ~ ('^[0-9]{' || digits || '}$')
                then translate(code, ' ', '') end;
$$;
comment on function castellan_private.otp_input(text, integer) is
    'A one-time code as typed, without its spaces; null when it cannot be one';
revoke all on function castellan_private.otp_input(text, integer) from public;

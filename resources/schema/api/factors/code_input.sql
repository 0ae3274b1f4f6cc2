-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.code_input(code text, length integer)
returns text
language sql
stable
as $$
    select case when char_length(code) <= 64
                 and upper(translate(code, ' -', '') collate "C") ~ ('^[A-Z2-7]{' || length || '}$')
                then upper(translate(code, ' -', '') collate "C") end;
$$;
comment on function castellan_private.code_input(text, integer) is
    'A recovery or enrolment code as typed: case, spaces and hyphens do not matter; null when it cannot be one';
revoke all on function castellan_private.code_input(text, integer) from public;

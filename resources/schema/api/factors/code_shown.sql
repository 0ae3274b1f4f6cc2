-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_owner
create or replace function castellan_private.code_shown(code text, width integer)
returns text
language sql
stable
as $$
    select string_agg(substr(code, at, width), '-' order by at)
      from generate_series(1, char_length(code), width) as at;
$$;
comment on function castellan_private.code_shown(text, integer) is 'A code in groups joined by hyphens, as people read and type it';
revoke all on function castellan_private.code_shown(text, integer) from public;

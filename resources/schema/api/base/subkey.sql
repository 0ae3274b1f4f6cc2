-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- owner: castellan_key
create or replace function castellan_private.subkey(version smallint, context text)
returns bytea
language plpgsql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
    master bytea;
begin
    begin
        -- The path is made of the directory written here by the installer and a number: no caller has a say.
        master := pg_catalog.pg_read_binary_file(@KEY_DIRECTORY@ || '/castellan.' || version::text || '.key');
    exception when others then
        if left(sqlstate, 2) in ('40', '53', '57') then
            raise;
        end if;
        master := null; -- missing, unreadable, not a file: all the same to callers, and no path in the text
    end;
    if master is null or octet_length(master) <> 64 or context is null then
        raise exception using errcode = 'ZC900', message = 'internal error', column = 'key';
    end if;
    return castellan_ext.hmac(convert_to(context, 'UTF8'), master, 'sha256');
end $$;
comment on function castellan_private.subkey(smallint, text) is
    'HMAC-SHA256(key file of that version, context): 32 bytes. The key itself never leaves this function. ZC900 (column key) when the file is missing, unreadable or not 64 bytes';
revoke all on function castellan_private.subkey(smallint, text) from public;
grant execute on function castellan_private.subkey(smallint, text) to castellan_owner;

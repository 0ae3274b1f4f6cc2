-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- purpose: the trigram index that finds any part of a login, name, e-mail or external id
-- as: superuser

-- pg_trgm may stand in another schema; see 0001.
do $$
begin
    execute format('create index account_search on castellan_private.account using gin (search_text %I.gin_trgm_ops)'
                   ' with (gin_pending_list_limit = 512)',
                   (select n.nspname from pg_catalog.pg_extension e
                      join pg_catalog.pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'));
end $$;

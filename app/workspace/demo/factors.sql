-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Their second factors, in every state that there is, with real seeds under the real key: the
-- application's calls and the operators' work on them as on any others. Recovery codes share the hashes
-- of one set, to save time: nobody has these codes. Past the first 50,000 people nobody has any.

create temp table demo_factor on commit drop as
select p.n, p.id as account, p.state, p.active,
       md5('castellan demo factor ' || p.n)::uuid as id,
       -- Most enrolled in the weeks after the beginning, each within the account's life.
       p.created_at + (t.present - p.created_at) * (0.02 + pg_temp.pick(p.n, 20, 60) / 100.0) as confirmed_at,
       -- Most people come every day; some have not for long.
       case when p.active
            then t.present - make_interval(secs => 90 + exp(pg_temp.pick(p.n, 21, 1000) / 1000.0 * 12.5))
            else t.present - make_interval(days => 12 + pg_temp.pick(p.n, 21, 40)) end as last_used_at,
       greatest(-1, least(1, pg_temp.pick(p.n, 22, 9) - 4)) as drift_steps,
       case p.state when 'locked' then 5 + pg_temp.pick(p.n, 23, 4)
                    when 'disabled' then 100
                    else greatest(0, pg_temp.pick(p.n, 23, 14) - 10) end as failures
  from demo_person p cross join demo_time t
 where p.state in ('active', 'locked', 'disabled');
update demo_factor set last_used_at = greatest(last_used_at, confirmed_at + interval '1 minute');

insert into castellan_private.factor
    (id, account, pending, key_version, secret, last_step, drift_steps, consecutive_failures, locked_until,
     disabled_at, created_at, confirmed_at, last_used_at, version)
select f.id, f.account, false, k.version,
       castellan_private.secret_seal(k.version, 'factor|' || f.id || '|' || f.account, castellan_ext.gen_random_bytes(20)),
       floor(extract(epoch from f.last_used_at) / 30)::bigint + f.drift_steps, f.drift_steps, f.failures,
       case f.state when 'locked' then t.present + make_interval(mins =>
           case f.failures when 5 then 1 when 6 then 5 when 7 then 30 else 60 end, secs => -pg_temp.pick(f.n, 24, 50)) end,
       case f.state when 'disabled' then t.present - make_interval(hours => 1 + pg_temp.pick(f.n, 25, 200)) end,
       f.confirmed_at - interval '70 seconds', f.confirmed_at, f.last_used_at, 2 + pg_temp.pick(f.n, 26, 300)
  from demo_factor f cross join demo_time t
 cross join lateral (select castellan_private.key_active()) k(version);

-- How each came to be.
insert into castellan_private.enrolment
    (id, account, method, state, replaces, factor, requested_by, requested_at, expires_at, reason, ticket,
     confirmed_at, codes_shown_at, handed_over_at)
select md5('castellan demo enrolment ' || f.n)::uuid, f.account, how.method, 'confirmed', false, f.id,
       case how.method when 'application' then 'portal' else (array['hana', 'leo', 'anna'])[1 + pg_temp.pick(f.n, 27, 3)] end,
       f.confirmed_at - interval '2 minutes', f.confirmed_at + interval '13 minutes',
       case when how.method <> 'application' then (array['first_factor', 'new_phone', 'lost_phone'])[1 + pg_temp.pick(f.n, 28, 3)] end,
       case when how.method <> 'application' then 'SD-' || (20000 + f.n) end,
       f.confirmed_at,
       case when how.method = 'with_me' then f.confirmed_at + interval '5 seconds' end,
       case when how.method = 'with_me' then f.confirmed_at + interval '40 seconds' end
  from demo_factor f
 cross join lateral (select case when chance < 70 then 'application' when chance < 90 then 'remote' else 'with_me' end as method
                       from pg_temp.pick(f.n, 29, 100) chance) how;

-- Under way: called a moment ago, or sitting at the desk right now.
create temp table demo_pending on commit drop as
select p.n, p.id as account, p.n % 2 = 0 as at_the_desk,
       md5('castellan demo factor ' || p.n)::uuid as factor,
       t.present - make_interval(secs => 20 + pg_temp.pick(p.n, 30, 400)) as requested_at
  from demo_person p cross join demo_time t where p.state = 'pending';
insert into castellan_private.factor (id, account, pending, key_version, secret, created_at)
select p.factor, p.account, true, k.version,
       castellan_private.secret_seal(k.version, 'factor|' || p.factor || '|' || p.account, castellan_ext.gen_random_bytes(20)),
       p.requested_at + interval '2 seconds'
  from demo_pending p
 cross join lateral (select castellan_private.key_active()) k(version)
 where p.at_the_desk;
insert into castellan_private.enrolment
    (id, account, method, state, factor, requested_by, requested_at, expires_at, reason, ticket, note)
select md5('castellan demo enrolment ' || p.n)::uuid, p.account,
       case when p.at_the_desk then 'with_me' else 'remote' end,
       case when p.at_the_desk then 'shown' else 'requested' end,
       case when p.at_the_desk then p.factor end,
       (array['hana', 'leo'])[1 + pg_temp.pick(p.n, 31, 2)], p.requested_at,
       p.requested_at + case when p.at_the_desk then interval '15 minutes' else interval '30 minutes' end,
       (array['new_phone', 'lost_phone'])[1 + pg_temp.pick(p.n, 32, 2)], 'SD-' || (40000 + p.n),
       case when p.n % 3 = 0 then 'Called from the number on file' end
  from demo_pending p;

create temp table demo_hash on commit drop as
select i, castellan_ext.crypt('castellan demo ' || i, castellan_ext.gen_salt('bf', 6)) as hash
  from generate_series(1, 10) i;
insert into castellan_private.recovery_set (id, account, key_version, key_check, salt, created_at)
select s.id, f.account, k.version,
       castellan_private.key_check(castellan_private.recovery_subkey(k.version, s.id, f.account)), salt.shared, f.confirmed_at
  from (select * from demo_factor where n <= 50000) f
 cross join lateral (select md5('castellan demo recovery ' || f.n)::uuid) s(id)
 cross join lateral (select castellan_private.key_active()) k(version)
 cross join (select castellan_ext.gen_salt('bf', 6)) salt(shared);
-- Nearly everybody has all ten; a few are about to run out.
insert into castellan_private.recovery_code (recovery_set, hash, used_at)
select md5('castellan demo recovery ' || f.n)::uuid, h.hash,
       case when h.i <= f.used then f.confirmed_at + (f.last_used_at - f.confirmed_at) * (h.i / 11.0) end
  from (select *, greatest(0, pg_temp.pick(n, 33, 60) - 51) as used from demo_factor where n <= 50000) f
 cross join demo_hash h;

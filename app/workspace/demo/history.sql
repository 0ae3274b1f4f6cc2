-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What happened in the ninety days before: through the audit trail's own trigger, so that every leaf
-- verifies. At most some hundred thousand events, however many people there are.

create temp table demo_event (
    at timestamptz, kind text, outcome text, reason text, actor text default 'portal', account uuid, subject uuid,
    object_type text, detail jsonb default '{}', client inet, personal jsonb
) on commit drop;

create temp table demo_witness on commit drop as
select p.*, f.id as factor, f.confirmed_at, f.last_used_at, f.failures, f.drift_steps,
       md5('castellan demo enrolment ' || p.n)::uuid as enrolment,
       -- The same few addresses for a person: home, work, the train.
       ('198.51.100.' || pg_temp.pick(p.n, 40, 254))::inet as home,
       ('203.0.113.' || pg_temp.pick(p.n % 23, 41, 254))::inet as work
  from demo_person p left join demo_factor f on f.n = p.n
 where p.n <= 8000;

-- They were told of, and enrolled.
insert into demo_event (at, kind, outcome, account, subject, object_type, detail, personal)
select w.created_at, 'account.create', 'ok', w.id, w.id, 'account',
       jsonb_build_object('rank', w.rank, 'active', true),
       jsonb_build_object('after', jsonb_build_object('external_id', w.external_id, 'login', w.login,
           'display_name', w.display_name, 'email', w.email, 'rank', w.rank, 'active', true))
  from demo_witness w;
insert into demo_event (at, kind, outcome, account, subject, object_type, detail, personal)
select f.held_until, 'account.change', 'ok', f.account, f.account, 'account',
       '{"rank": "user", "active": true, "changed": ["rank"], "old_rank": "staff", "old_active": true}',
       '{"before": {"rank": "staff"}, "after": {"rank": "user"}}'
  from castellan_private.account_rank_history f;
insert into demo_event (at, kind, outcome, account, subject, object_type, detail)
select f.held_until, 'account.rank_lowered', 'warning', f.account, f.account, 'account',
       '{"rank": "user", "old_rank": "staff"}'
  from castellan_private.account_rank_history f;
insert into demo_event (at, kind, outcome, account, subject, object_type, detail, personal)
select w.created_at + (t.present - w.created_at) * 0.8, 'account.change', 'ok', w.id, w.id, 'account',
       jsonb_build_object('rank', w.rank, 'active', false, 'changed', jsonb_build_array('active'),
                          'old_rank', w.rank, 'old_active', true),
       '{"before": {"active": true}, "after": {"active": false}}'
  from demo_witness w cross join demo_time t where not w.active;

insert into demo_event (at, kind, outcome, reason, actor, account, subject, object_type, detail, client, personal)
select e.requested_at + step.after, step.kind, 'ok', null, e.requested_by, e.account, e.id, 'enrolment', step.detail,
       case when e.method = 'application' then w.home else '192.0.2.24'::inet end, null
  from demo_witness w
  join castellan_private.enrolment e on e.id = w.enrolment
 cross join lateral (values
     (interval '0', case when e.method = 'application' then 'otp.enrol_begin' else 'otp.enrol_request' end,
      jsonb_strip_nulls(jsonb_build_object('method', e.method, 'reason', e.reason, 'ticket', e.ticket)), true),
     (interval '4 seconds', 'otp.enrol_show', '{}'::jsonb, e.method = 'with_me' and e.state <> 'requested'),
     (interval '2 minutes', 'otp.enrol_confirm', jsonb_build_object('method', e.method, 'factor', e.factor), e.state = 'confirmed'),
     (interval '125 seconds', 'recovery_codes.issue', '{"count": 10}'::jsonb, e.state = 'confirmed'),
     (interval '160 seconds', 'recovery_codes.handed_over', '{}'::jsonb, e.method = 'with_me' and e.state = 'confirmed')
 ) step(after, kind, detail, happened)
 where step.happened;

-- They signed in: more by day than by night, less at the weekend, and now and then with a wrong code.
insert into demo_event (at, kind, outcome, reason, account, subject, object_type, detail, client)
select v.at, 'otp.verify', case when v.chance < 955 then 'ok' else 'refused' end,
       case when v.chance < 955 then null when v.chance < 985 then 'wrong'
            when v.chance < 991 then 'replayed' when v.chance < 996 then 'clock' else 'malformed' end,
       v.id, v.factor, 'factor',
       case when v.chance < 955 then jsonb_build_object('drift_steps', v.drift_steps)
            when v.chance < 985 then '{"failures": 1}'
            when v.chance >= 991 and v.chance < 996 then '{"failures": 1, "offset_seconds": -95}' else '{}' end,
       case when pg_temp.pick(v.seed, 44, 3) > 0 then v.work else v.home end
  from (select w.*, w.n * 100 + i as seed,
               date_trunc('day', w.confirmed_at + (w.last_used_at - w.confirmed_at) * (i / 13.0))
                   + make_interval(mins => 390 + (pg_temp.pick(w.n * 100 + i, 42, 420) + pg_temp.pick(w.n * 100 + i, 45, 420)),
                                   secs => pg_temp.pick(w.n * 100 + i, 46, 60000) / 1000.0) as at,
               pg_temp.pick(w.n * 100 + i, 43, 1000) as chance
          from demo_witness w, generate_series(0, 4 + pg_temp.pick(w.n, 47, 10)) i
         where w.factor is not null) v
 where v.at between v.confirmed_at and v.last_used_at
   and (extract(isodow from v.at) < 6 or v.chance % 4 = 0);
insert into demo_event (at, kind, outcome, account, subject, object_type, detail, client)
select w.last_used_at, 'otp.verify', 'ok', w.id, w.factor, 'factor', jsonb_build_object('drift_steps', w.drift_steps), w.home
  from demo_witness w where w.factor is not null;

-- Those who are locked now: each wrong code of the last minutes, and the lock.
insert into demo_event (at, kind, outcome, reason, account, subject, object_type, detail, client)
select t.present - make_interval(secs => (w.failures - i) * 14 + 21), 'otp.verify', 'refused', 'wrong', w.id, w.factor, 'factor',
       jsonb_build_object('failures', i), w.home
  from demo_witness w cross join demo_time t, generate_series(1, w.failures) i
 where w.state = 'locked';
insert into demo_event (at, kind, outcome, reason, account, subject, object_type, detail, client)
select f.disabled_at - make_interval(mins => 100 - i), 'otp.verify', 'refused', 'wrong', f.account, f.id, 'factor',
       jsonb_strip_nulls(jsonb_build_object('failures', i, 'disabled', case when i = 100 then true end)),
       ('203.0.113.' || i)::inet
  from castellan_private.factor f, generate_series(60, 100) i
 where f.disabled_at is not null and f.account in (select id from demo_witness);

-- Codes off the paper.
insert into demo_event (at, kind, outcome, account, subject, object_type, detail, client)
select c.used_at, 'recovery_code.verify', 'ok', s.account, s.id, 'recovery_set',
       jsonb_build_object('left', 10 - row_number() over (partition by s.id order by c.used_at)), w.home
  from castellan_private.recovery_code c
  join castellan_private.recovery_set s on s.id = c.recovery_set
  join demo_witness w on w.id = s.account
 where c.used_at is not null;

-- The people at the console: their mornings, and what they did there.
insert into demo_event (at, kind, outcome, reason, actor, object_type, client)
select day + make_interval(mins => 425 + pg_temp.pick(extract(epoch from day)::bigint + length(o.role), 48, 90), secs => step.after),
       step.kind, 'ok', null, o.role, 'factor', '192.0.2.24'::inet
  from demo_time t
 cross join generate_series(date_trunc('day', t.introduced), t.present - interval '1 day', interval '1 day') day
 cross join (values ('anna', 2), ('tomas', 3), ('hana', 1), ('leo', 1), ('ines', 5), ('omar', 9)) o(role, every)
 cross join (values (0, 'operator.sign_in_begin'), (0.4, 'operator.sign_in')) step(after, kind)
 where extract(isodow from day) < 6 and (extract(epoch from day)::bigint / 86400) % o.every = 0;

set local session_replication_role = origin; -- from here on the trigger that makes the leaves counts

do $$
begin
    perform castellan_private.audit_partitions_make(date_trunc('month', introduced)::date, 4) from demo_time;
end $$;
insert into castellan_private.audit_event
    (at, kind, outcome, reason, actor, account, subject, object_type, backend_pid, backend_start, detail, personal, client_address)
select e.at, e.kind, e.outcome, e.reason, e.actor, e.account, e.subject, e.object_type,
       2000 + pg_temp.pick(extract(epoch from e.at)::bigint / 3600, 49, 60000),
       date_trunc('hour', e.at) - interval '7 minutes',
       e.detail,
       case when e.client is null then e.personal
            else coalesce(e.personal, '{}') || jsonb_build_object('client', host(e.client)) end,
       e.client
  from demo_event e cross join demo_time t
 where e.at <= t.present
 order by e.at;

-- Operators are people of the application too: nobody acts on oneself.
update castellan_private.operator o
   set account = p.id
  from (values ('anna', 1), ('tomas', 2), ('hana', 3), ('leo', 4), ('ines', 5), ('omar', 6)) who(role_name, n)
  join demo_person p on p.n = who.n
 where o.role_name = who.role_name;

update castellan_private.setting set value = '"Castellan demo"', changed_at = clock_timestamp()
 where name = 'product_name';

do $$
declare
    saved record;
begin
    for saved in select * from demo_index loop
        execute saved.definition;
        if saved.statistics >= 0 then
            execute format('alter index %s alter column 1 set statistics %s', saved.name, saved.statistics);
        end if;
    end loop;
end $$;

-- What filing a report writes, in one transaction: the command, the case, its first step, three events.
begin;
insert into casework.command (district, person, key, body, case_id, at)
values ('990100', 'bench', gen_random_uuid()::text, '\x00', gen_random_uuid()::text, now()) on conflict do nothing;
insert into casework.case_file (
    district, id, number, version, rules, type, stage, open, shown, dangerous, description, anonymous, screening, area, area_name,
    outside, address, longitude, latitude, given_longitude, given_latitude, given_datum, accuracy, reporter, reported_at, due_at, unit,
    difficulty, mode)
values ('990102', gen_random_uuid(), gen_random_uuid()::text, 1, 1, 'exposed-garbage', 'in-review', true, false, false,
    '公交站旁边的垃圾堆了三天，路过都要捂鼻子。', false, 'UNSCREENED', '990102001001', '青石区 · 桥西街道', false, '桥西街道',
    120.13, 30.27, 120.1347, 30.2675, 'GCJ02', 20, 'bench', now(), now(), 'sanitation',
    'SIMPLE', 'LEVELS');
insert into casework.step (district, case_id, version, name, from_stage, to_stage, at, by_person, capacity, type, unit, due_at, difficulty, mode)
values ('990102', gen_random_uuid(), 1, 'report', '', 'in-review', now(), 'bench', 'REPORTER', 'exposed-garbage', 'sanitation', now(), 'SIMPLE', 'LEVELS');
insert into outbox.event (district, id, name, subject, payload, at)
values ('990102', gen_random_uuid(), 'bench.limit', gen_random_uuid(), '{"step": "report", "type": "exposed-garbage", "stage": "in-review"}', now());
insert into outbox.event (district, id, name, subject, payload, at)
values ('990102', gen_random_uuid(), 'bench.limit', gen_random_uuid(), '{"step": "report", "type": "exposed-garbage", "stage": "in-review"}', now());
insert into outbox.event (district, id, name, subject, payload, at)
values ('990102', gen_random_uuid(), 'bench.limit', gen_random_uuid(), '{"step": "report", "type": "exposed-garbage", "stage": "in-review"}', now());
commit;

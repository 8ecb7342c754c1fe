-- The desk in the order of what is due, closed cases among them; by stage; and what the working group keeps an eye on, which is little.
create index case_file_turn on casework.case_file (coalesce(due_at, reported_at), id);
create index case_file_stage on casework.case_file (stage, reported_at desc, id desc);
create index step_supervised on casework.step (district, case_id) where name = 'supervise';

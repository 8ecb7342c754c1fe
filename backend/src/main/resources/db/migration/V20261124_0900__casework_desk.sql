-- The desk's lists: all cases of an area by the time of their report, of a unit likewise, and what is due first.
create index case_file_newest on casework.case_file (reported_at desc, id desc);
create index case_file_due on casework.case_file (coalesce(due_at, reported_at), id) where open;
create index case_file_unit on casework.case_file (unit, reported_at desc, id desc) where unit is not null;

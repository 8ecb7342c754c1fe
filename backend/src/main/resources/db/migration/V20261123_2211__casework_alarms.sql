-- When the clock of a case is looked at next, and what an extension asks for.
alter table casework.case_file add column alarm_at timestamptz;
create index case_file_alarm on casework.case_file (alarm_at) where open and alarm_at is not null;

alter table casework.step add column hours integer;
comment on column casework.step.hours is 'Of an extension asked for, on the clock of the limit.';

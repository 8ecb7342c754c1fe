-- Which officer of the unit that has a task sees to it. Rows stay as history; the one that counts has no end.
create table casework.assignment (
    district  char(6)     not null,
    id        uuid        not null,
    case_id   uuid        not null,
    unit      text        not null,
    person    text,
    by_person text,
    version   bigint      not null,
    stage     text        not null,
    at        timestamptz not null,
    taken     boolean     not null default false,
    ended_at  timestamptz,
    primary key (district, id)
);

comment on column casework.assignment.person is 'Who is to see to it; gone when the account is erased.';
comment on column casework.assignment.version is 'Of the case when it was assigned; so is stage.';
comment on column casework.assignment.taken is 'Whether this says that the task was taken back and nobody has it; such a row has ended when it begins.';
comment on column casework.assignment.ended_at is 'When somebody else was to see to it, or the task left the unit.';

create unique index assignment_present on casework.assignment (district, case_id, unit) where ended_at is null;
create index assignment_case on casework.assignment (district, case_id, at);
create index assignment_unit on casework.assignment (unit, person) where ended_at is null;
create index assignment_person on casework.assignment (person) where person is not null;
create index assignment_by on casework.assignment (by_person) where by_person is not null;

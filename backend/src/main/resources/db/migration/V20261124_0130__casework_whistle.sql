-- Many called at once: what each unit has to do, and what they say to each other.
create table casework.child_task (
    district         char(6)     not null,
    case_id          uuid        not null,
    unit             text        not null,
    part             text        not null,
    state            text        not null,
    called_at        timestamptz not null,
    due_at           timestamptz not null,
    signed_at        timestamptz,
    signed_by_person text,
    done_at          timestamptz,
    done_by_person   text,
    words            text,
    version          bigint,
    warned           boolean     not null,
    late             boolean     not null,
    primary key (district, case_id, unit)
);

comment on table casework.child_task is 'Written only together with a step of the case, whose version guards it.';
comment on column casework.child_task.part is 'LEAD, ASSIST or LEVEL.';
comment on column casework.child_task.state is 'CALLED, SIGNED, REPORTED, RETURNED or RELEASED.';
comment on column casework.child_task.words is 'What was reported, or why it was given back or taken away.';
comment on column casework.child_task.version is 'Of the case, that the end of this task made; its photos came with it.';

create index child_task_unit on casework.child_task (unit, state);
create index child_task_signed on casework.child_task (signed_by_person) where signed_by_person is not null;
create index child_task_called on casework.child_task (called_at);
create index child_task_due on casework.child_task (due_at);
create index child_task_done on casework.child_task (done_by_person) where done_by_person is not null;

create table casework.thread_message (
    district  char(6)     not null,
    id        uuid        not null,
    case_id   uuid        not null,
    at        timestamptz not null,
    by_person text,
    by_unit   text,
    words     text        not null,
    photos    text[]      not null,
    primary key (district, id)
);

comment on column casework.thread_message.by_unit is 'Absent for who dispatches or supervises.';

create index thread_message_case on casework.thread_message (district, case_id, at desc, id desc);
create index thread_message_person on casework.thread_message (by_person) where by_person is not null;

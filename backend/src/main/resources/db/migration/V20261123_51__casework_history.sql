-- What happened to a case: rows are added and never changed, but that an erased person's id is taken out.
create table casework.step (
    district   char(6)     not null,
    case_id    uuid        not null,
    version    bigint      not null,
    name       text        not null,
    from_stage text        not null,
    to_stage   text        not null,
    at         timestamptz not null,
    by_person  text,
    capacity   text        not null,
    by_unit    text,
    note       text,
    reason     text,
    type       text        not null,
    unit       text,
    due_at     timestamptz,
    primary key (district, case_id, version)
);

comment on column casework.step.version is 'The version of the case this step made.';
comment on column casework.step.capacity is 'A role, REPORTER or SYSTEM: in what capacity the step was taken.';
comment on column casework.step.type is 'Type, unit and deadline after the step: the history alone tells how the case stood at any time.';

create index step_person on casework.step (by_person) where by_person is not null;

create table casework.photo (
    district char(6)  not null,
    case_id  uuid     not null,
    photo    text     not null,
    version  bigint   not null,
    ordinal  smallint not null,
    kind     text     not null,
    primary key (district, case_id, photo)
);

comment on column casework.photo.kind is 'PROBLEM of the reporter, RESULT of the handler, CHECK of a verifier.';

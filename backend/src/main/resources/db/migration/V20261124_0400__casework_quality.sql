-- Who is at work on a case: a lease, so that who goes away does not keep it. The one place where the database's clock counts.
create table casework.hold (
    district char(6)     not null,
    case_id  uuid        not null,
    person   text        not null,
    until    timestamptz not null,
    primary key (district, case_id)
);

create index hold_person on casework.hold (person);

-- Each time a case was closed; of these, shares are inspected again and called back.
create table casework.closing (
    district     char(6)     not null,
    case_id      uuid        not null,
    version      bigint      not null,
    unit         text,
    closed_at    timestamptz not null,
    again        boolean     not null default false,
    reinspection text,
    callback     text,
    calls        smallint    not null default 0,
    primary key (district, case_id, version)
);

comment on column casework.closing.version is 'Of the case, made by the step that closed it.';
comment on column casework.closing.unit is 'Who had solved it; absent where a citizen had.';
comment on column casework.closing.again is 'Whether it was found that the case must be done again.';
comment on column casework.closing.reinspection is 'DRAWN, then UPHELD or OVERTURNED.';
comment on column casework.closing.callback is 'DRAWN, then REACHED or MISSED.';

create index closing_at on casework.closing (closed_at) where not again;
create index closing_reinspection on casework.closing (district, case_id) where reinspection = 'DRAWN' and not again;
create index closing_callback on casework.closing (district, case_id) where callback = 'DRAWN' and not again;

-- What reporters said of results: in the mini-program or on the telephone. Counted for the rates of resolution and satisfaction.
create table casework.feedback (
    district  char(6)     not null,
    id        uuid        not null,
    case_id   uuid        not null,
    via       text        not null,
    reached   boolean     not null,
    solved    boolean,
    satisfied boolean,
    stars     smallint,
    words     text,
    at        timestamptz not null,
    by_person text,
    primary key (district, id)
);

comment on column casework.feedback.via is 'RATING by the reporter, CALL by staff.';
comment on column casework.feedback.by_person is 'Who wrote it down; gone when the account is erased.';

create index feedback_case on casework.feedback (district, case_id, at);
create index feedback_person on casework.feedback (by_person) where by_person is not null;

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
create index feedback_at on casework.feedback (at);

-- What reporters had said before, as far as it still stands.
insert into casework.feedback (district, id, case_id, via, reached, solved, satisfied, stars, words, at, by_person)
select file.district, gen_random_uuid(), file.id, 'RATING', true, file.solved, file.stars >= 4, file.stars, file.rating, said.at, said.by_person
from casework.case_file file
join lateral (
    select step.at, step.by_person from casework.step
    where step.district = file.district and step.case_id = file.id and step.name = 'rate'
    order by step.version desc limit 1) said on true
where file.stars is not null;

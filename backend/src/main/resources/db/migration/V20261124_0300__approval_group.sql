-- The working group that answers for the rules: its members, and whom it found fit to review what.
create schema approval;

create table approval.member (
    district  char(6)     not null,
    id        uuid        not null,
    person    text,
    head      boolean     not null,
    duty      text        not null,
    from_day  date        not null,
    until_day date,
    by_person text,
    at        timestamptz not null,
    primary key (district, id)
);

-- One leads at a time: a head has no end until another follows.
create unique index member_head on approval.member (district) where head and until_day is null;

create table approval.qualification (
    district  char(6)     not null,
    person    text        not null,
    types     text[]      not null,
    by_person text,
    at        timestamptz not null,
    primary key (district, person)
);

comment on table approval.qualification is 'Types of problem a reviewer is qualified for, possibly none; who has no row may review all.';

-- Volunteers nearby are asked whether a report is true, and whether a repair was made.
create table casework.asking (
    district  char(6)     not null,
    case_id   uuid        not null,
    version   bigint      not null,
    about     text        not null,
    opened_at timestamptz not null,
    ends_at   timestamptz not null,
    closed_at timestamptz,
    primary key (district, case_id, version)
);

comment on table casework.asking is 'Once for each time a case comes to a stage at which volunteers are asked.';
comment on column casework.asking.version is 'Of the case, as the step to that stage made it.';
comment on column casework.asking.closed_at is 'When the case moved on.';

create index asking_open on casework.asking (ends_at) where closed_at is null;

create table casework.ask (
    district    char(6)          not null,
    id          uuid             not null,
    case_id     uuid             not null,
    version     bigint           not null,
    person      text,
    invited     boolean          not null,
    asked_at    timestamptz      not null,
    answer      text,
    answered_at timestamptz,
    note        text,
    photos      text[]           not null default '{}',
    distance    double precision,
    weight      double precision,
    agreed      boolean,
    primary key (district, id),
    unique (district, case_id, version, person)
);

comment on column casework.ask.version is 'Of the asking it belongs to.';
comment on column casework.ask.person is 'Absent once they left.';
comment on column casework.ask.invited is 'Whether they were asked; else they offered to look.';
comment on column casework.ask.distance is 'Metres between the case and where the answer was given; that point itself is not kept.';
comment on column casework.ask.agreed is 'Whether a person who decided afterwards saw it the same way; absent until then.';

create index ask_person on casework.ask (person, asked_at desc, id desc) where person is not null;

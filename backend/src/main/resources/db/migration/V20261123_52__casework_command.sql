-- Commands already carried out: the same key of the same person is answered, not done again.
create table casework.command (
    district char(6)     not null,
    person   text        not null,
    key      text        not null,
    body     bytea       not null,
    case_id  text        not null,
    at       timestamptz not null,
    primary key (district, person, key)
);

comment on column casework.command.district is 'Of the person, whose command it is.';
comment on column casework.command.body is 'SHA-256 of the command: another body under the same key is refused.';

create index command_age on casework.command (at);

-- How far the people''s numbers of a district and day are given out, in blocks (see NumberTable).
create table casework.number_block (
    district char(6) not null,
    day      date    not null,
    last     integer not null,
    primary key (district, day)
);

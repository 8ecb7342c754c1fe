-- Everyone a grid worker: who enrolled, for which area and kinds of problem, and the quiz they have before them.
create schema volunteer;

-- Metres on the sphere (haversine, mean radius of the earth).
create function volunteer.metres(
    longitude_a double precision, latitude_a double precision, longitude_b double precision, latitude_b double precision)
    returns double precision
    language sql immutable parallel safe strict
    return 2 * 6371008.8 * asin(least(1, sqrt(
        sin(radians(latitude_b - latitude_a) / 2) ^ 2
        + cos(radians(latitude_a)) * cos(radians(latitude_b)) * sin(radians(longitude_b - longitude_a) / 2) ^ 2)));

create table volunteer.volunteer (
    district     char(6)          not null,
    person       text             not null,
    number       text             not null,
    areas        text[]           not null,
    kinds        text[]           not null,
    longitude    double precision,
    latitude     double precision,
    joined_at    timestamptz      not null,
    passed_at    timestamptz,
    paused_until date,
    asked_at     timestamptz,
    asked_on     date,
    asked_today  integer          not null default 0,
    answered     integer          not null default 0,
    primary key (district, person),
    unique (district, number)
);

comment on column volunteer.volunteer.number is 'Of the card; nobody can guess one.';
comment on column volunteer.volunteer.areas is 'Codes of streets and communities they care for.';
comment on column volunteer.volunteer.kinds is 'Codes of the major classes of problems they care for.';
comment on column volunteer.volunteer.longitude is 'WGS-84, of a point they chose themselves on a map; never where they are.';
comment on column volunteer.volunteer.paused_until is 'They are asked again from this day on.';
comment on column volunteer.volunteer.asked_today is 'How often on asked_on.';

create index volunteer_areas on volunteer.volunteer using gin (areas) where passed_at is not null;
create index volunteer_point on volunteer.volunteer (latitude, longitude) where passed_at is not null and latitude is not null;

create table volunteer.quiz (
    district  char(6)     not null,
    person    text        not null,
    rules     integer     not null,
    questions text[]      not null,
    drawn_at  timestamptz not null,
    failed_at timestamptz,
    primary key (district, person)
);

comment on column volunteer.quiz.rules is 'The version of the rulebook the questions are of.';
comment on column volunteer.quiz.questions is 'Codes of those to be answered; none once the answers are given.';

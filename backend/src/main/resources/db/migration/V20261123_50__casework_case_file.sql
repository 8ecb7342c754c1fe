-- Cases from report to close. The district is the shard: it leads every key.
create schema casework;

-- The Mercator plane, in degrees. It is true to angles, so that within a few kilometres the nearest points on it are the nearest
-- on earth, everywhere and without a reference latitude; what is found is measured again on the sphere.
create function casework.plane(longitude double precision, latitude double precision) returns point
    language sql immutable parallel safe strict
    return point(longitude, degrees(ln(tan(pi() / 4 + radians(greatest(-85, least(85, latitude))) / 2))));

-- Metres on the sphere (haversine, mean radius of the earth).
create function casework.metres(
    longitude_a double precision, latitude_a double precision, longitude_b double precision, latitude_b double precision)
    returns double precision
    language sql immutable parallel safe strict
    return 2 * 6371008.8 * asin(least(1, sqrt(
        sin(radians(latitude_b - latitude_a) / 2) ^ 2
        + cos(radians(latitude_a)) * cos(radians(latitude_b)) * sin(radians(longitude_b - longitude_a) / 2) ^ 2)));

create table casework.case_file (
    district        char(6)          not null,
    id              uuid             not null,
    number          text             not null,
    version         bigint           not null,
    rules           integer          not null,
    type            text             not null,
    stage           text             not null,
    open            boolean          not null,
    shown           boolean          not null,
    dangerous       boolean          not null,
    description     text             not null,
    anonymous       boolean          not null,
    screening       text             not null,
    area            text collate "C" not null,
    area_name       text             not null,
    outside         boolean          not null,
    address         text             not null,
    longitude       double precision,
    latitude        double precision,
    given_longitude double precision,
    given_latitude  double precision,
    given_datum     text,
    accuracy        double precision,
    reporter        text,
    reported_at     timestamptz      not null,
    due_at          timestamptz,
    unit            text,
    merged_into     text,
    solved          boolean,
    stars           smallint,
    rating          text,
    place           point generated always as (casework.plane(longitude, latitude)) stored,
    primary key (district, id),
    unique (district, number)
);

comment on column casework.case_file.rules is 'The version of the rulebook the case began under and keeps.';
comment on column casework.case_file.open is 'From the flow at the present stage: something is still to be done.';
comment on column casework.case_file.shown is 'From the flow at the present stage: the public may see it.';
comment on column casework.case_file.longitude is 'WGS-84; absent where only a community was named.';
comment on column casework.case_file.given_longitude is 'As the reporter gave it, in given_datum.';
comment on column casework.case_file.accuracy is 'Metres, as the phone said.';
comment on column casework.case_file.reporter is 'A person''s id; gone when the account is erased.';
comment on column casework.case_file.merged_into is 'The id of a case that is itself not merged.';

create index case_file_reporter on casework.case_file (reporter, reported_at desc, id desc) where reporter is not null;
create index case_file_shown on casework.case_file (reported_at desc, id desc) where shown;
create index case_file_tasks on casework.case_file (stage, coalesce(due_at, reported_at), id) where open;
create index case_file_danger on casework.case_file (coalesce(due_at, reported_at), id) where open and dangerous;
create index case_file_place on casework.case_file using spgist (place) where shown and place is not null;
create index case_file_followers on casework.case_file (merged_into) where merged_into is not null;

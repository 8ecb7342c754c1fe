-- Words are found by pairs of characters: a Chinese word has two, which is one too few for trigrams.
create function casework.plain(words text) returns text
    language sql immutable parallel safe strict
    return lower(regexp_replace(normalize(words, nfkc), '\s+', '', 'g'));

create function casework.grams(words text) returns text[]
    language sql immutable parallel safe strict
    return array(
        select distinct substr(casework.plain(words), nth, 2)
        from generate_series(1, length(casework.plain(words)) - 1) as nth);

-- How much of two texts is the same, from 0 to 1: pairs they share among all pairs they have.
create function casework.alike(one text[], other text[]) returns double precision
    language sql immutable parallel safe strict
    return (
        select case when count(*) = 0 then 0 else count(*) filter (where found = 2) / count(*)::double precision end
        from (select count(*) as found
              from (select unnest(one) as gram union all select unnest(other)) as grams
              group by gram) as counted);

alter table casework.case_file add column grams text[] not null
    generated always as (casework.grams(description || ' ' || address || ' ' || area_name)) stored;

create index case_file_grams on casework.case_file using gin (grams);

-- What may be of one problem is looked for among open cases, shown or not.
create index case_file_open_place on casework.case_file using spgist (place) where open and place is not null;
create index case_file_open_area on casework.case_file (district, area, reported_at) where open;

-- Who has met the same problem and follows the case instead of reporting it again.
create table casework.supporter (
    district char(6)     not null,
    case_id  uuid        not null,
    person   text        not null,
    at       timestamptz not null,
    primary key (district, case_id, person)
);

comment on column casework.supporter.district is 'Of the case.';

create index supporter_person on casework.supporter (person, at desc);

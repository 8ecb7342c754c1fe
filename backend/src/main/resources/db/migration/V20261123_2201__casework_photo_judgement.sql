-- Who decided by hand whether the public may see a photo: rows are added and never changed, but that an erased person's id is taken out.
create table casework.photo_judgement (
    district  char(6)     not null,
    case_id   uuid        not null,
    photo     text        not null,
    ordinal   integer     not null,
    fit       boolean     not null,
    by_person text,
    at        timestamptz not null,
    primary key (district, case_id, photo, ordinal)
);

comment on column casework.photo_judgement.ordinal is 'From 1 for each photo; the last one counts.';

create index photo_judgement_person on casework.photo_judgement (by_person) where by_person is not null;

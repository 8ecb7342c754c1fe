-- Parts of photos that are covered in every copy served; the original stays, unlinked, as evidence.
alter table media.photo add column copy text not null default '';

comment on column media.photo.copy is 'Which copies are served, as it stands in their keys; empty for the first.';

create table media.redaction (
    district  char(6)     not null,
    id        uuid        not null,
    photo     text        not null,
    regions   jsonb       not null,
    by_person text,
    at        timestamptz not null,
    primary key (district, id)
);

create index redaction_photo on media.redaction (district, photo, at desc);
create index redaction_person on media.redaction (by_person) where by_person is not null;

-- Copies no longer served, or not served yet: to be removed from the store at their time.
create table media.stale_copy (
    district char(6)     not null,
    id       uuid        not null,
    copy     text        not null,
    due      timestamptz not null,
    primary key (district, id, copy)
);

create index stale_copy_due on media.stale_copy (due);

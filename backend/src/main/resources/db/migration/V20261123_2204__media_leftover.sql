-- Single objects of photos that are to be removed from the store whatever becomes of the photo: where a direct upload landed, and the original
-- of who was erased.
create table media.leftover (
    district char(6)     not null,
    id       uuid        not null,
    kind     text        not null check (kind in ('INCOMING', 'ORIGINAL')),
    due      timestamptz not null,
    primary key (district, id, kind)
);

create index leftover_due on media.leftover (due);

-- Photos: one row each; the bytes are in the store under keys made of the id.
create schema media;

create table media.photo (
    district          char(6)          not null,
    id                uuid             not null,
    uploader_district char(6),
    uploader          uuid,
    state             text             not null check (state in ('AWAITED', 'ARRIVING', 'KEPT')),
    format            text             not null check (format in ('JPEG', 'PNG', 'WEBP', 'HEIC')),
    size              bigint           not null check (size > 0),
    width             integer          not null check (width >= 0),
    height            integer          not null check (height >= 0),
    taken_at          timestamptz,
    taken_longitude   double precision,
    taken_latitude    double precision,
    hash              bigint,
    uploaded_at       timestamptz      not null,
    screening         text             not null check (screening in ('PENDING', 'PASSED', 'FOR_PERSON', 'HIDDEN')),
    judged_by_person  boolean          not null default false,
    subject_district  char(6),
    subject           uuid,
    primary key (district, id)
);

comment on column media.photo.state is 'AWAITED: a direct upload has not come yet. ARRIVING: its objects are being stored. KEPT: all is there.';
comment on column media.photo.width is 'Of the picture served, in pixels; 0 where a placeholder is served.';
comment on column media.photo.taken_longitude is 'From EXIF, WGS-84. Evidence, for staff only.';
comment on column media.photo.hash is 'Perceptual hash (dHash, 64 bits); null of a placeholder.';
comment on column media.photo.subject is 'What it became part of; a photo without one is swept.';

create index photo_uploader on media.photo (uploader_district, uploader) where uploader is not null;
create index photo_unattached on media.photo (uploaded_at) where subject is null;
create index photo_unjudged on media.photo (uploaded_at) where screening = 'PENDING';

-- Photos whose row is gone and whose objects are still to be removed from the store.
create table media.removal (
    district char(6)     not null,
    id       uuid        not null,
    since    timestamptz not null,
    primary key (district, id)
);

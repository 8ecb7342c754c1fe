-- A person who is faster than the content check has looked all the same: what the check then leaves to a person is settled.
alter table media.photo add column looked_at boolean not null default false;

comment on column media.photo.looked_at is 'A person has seen it with what it belongs to and let it go on.';

-- Whose phone number was shown to whom, and about what.
create table identity.phone_access (
    district  char(6)     not null,
    id        uuid        not null,
    person    uuid        not null,
    by_person uuid,
    about     text        not null,
    at        timestamptz not null,
    primary key (district, id)
);

create index phone_access_of_person on identity.phone_access (district, person, at);
create index phone_access_by_person on identity.phone_access (district, by_person) where by_person is not null;

-- People who rang: known by their phone until they come through WeChat themselves.
create table identity.caller (
    district char(6)     not null,
    person   uuid        not null,
    name     text,
    first_at timestamptz not null,
    primary key (district, person),
    foreign key (district, person) references identity.person deferrable initially deferred
);

comment on column identity.caller.name is 'As they gave it on the phone; for staff, never shown to the public.';

-- What they agreed to aloud, who heard it, and when. Stays as proof without a name.
create table identity.spoken_consent (
    district     char(6)     not null,
    id           uuid        not null,
    person       uuid        not null,
    version      integer     not null,
    clerk_person uuid,
    said_at      timestamptz not null,
    primary key (district, id)
);

create index spoken_consent_person on identity.spoken_consent (district, person);
create index spoken_consent_clerk on identity.spoken_consent (district, clerk_person) where clerk_person is not null;

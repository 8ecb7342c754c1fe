-- Who is away, and who stands in for them meanwhile.
create table identity.absence (
    district          char(6)     not null,
    id                uuid        not null,
    person            uuid        not null,
    substitute_person uuid        not null,
    from_at           timestamptz not null,
    until_at          timestamptz not null,
    set_by_person     uuid        not null,
    primary key (district, id),
    check (from_at < until_at),
    check (person <> substitute_person)
);

create index absence_of_person on identity.absence (district, person, until_at);
create index absence_by_substitute on identity.absence (district, substitute_person, until_at);

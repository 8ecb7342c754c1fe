create table identity.unit (
    district char(6) not null,
    id       uuid    not null,
    code     text    not null,
    name     text    not null,
    area     text    not null,
    parent   uuid,
    kind     text    not null,
    primary key (district, id),
    unique (district, code)
);

create table identity.staff (
    district      char(6)     not null,
    id            uuid        not null,
    -- Their own until they link their WeChat, then the person of that account.
    person        uuid        not null,
    login         text        not null,
    name          text        not null,
    -- Argon2id in PHC form; absent where they serve from WeChat only.
    password_hash text,
    unit          uuid,
    area          text,
    -- What codes of divisions inside the area begin with.
    scope         text,
    on_duty       boolean     not null,
    created_at    timestamptz not null,
    linked_at     timestamptz,
    left_at       timestamptz,
    primary key (district, id),
    unique (district, login),
    unique (district, person)
);

create index staff_of_unit on identity.staff (district, unit, id) where left_at is null;

create table identity.staff_role (
    district char(6) not null,
    staff    uuid    not null,
    role     text    not null,
    primary key (district, staff, role),
    foreign key (district, staff) references identity.staff on delete cascade
);

create index staff_by_role on identity.staff_role (district, role, staff);

-- Attempts at the desk are counted for every login that is tried, known or not: a lock says nothing about whether one exists.
create table identity.desk_attempt (
    district  char(6)     not null,
    login     text        not null,
    failures  integer     not null,
    failed_at timestamptz not null,
    primary key (district, login)
);

create index desk_attempt_by_age on identity.desk_attempt (district, failed_at);

create table identity.bind_code (
    district   char(6)     not null,
    code_hash  bytea       not null,
    staff      uuid        not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    primary key (district, code_hash)
);

create index bind_code_of_staff on identity.bind_code (district, staff);

-- Tickets in parametric codes of the service account: who scans one and follows is this person.
create table identity.service_ticket (
    district    char(6)     not null,
    ticket_hash bytea       not null,
    person      uuid        not null,
    expires_at  timestamptz not null,
    used_at     timestamptz,
    primary key (district, ticket_hash)
);

create index service_ticket_of_person on identity.service_ticket (district, person);

create table identity.session (
    district   char(6)     not null,
    id         uuid        not null,
    -- SHA-256 of the token: who reads this table can log in as nobody.
    token_hash bytea       not null,
    person     uuid        not null,
    -- WECHAT or DESK.
    via        text        not null,
    created_at timestamptz not null,
    seen_at    timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    primary key (district, id),
    unique (district, token_hash)
);

create index session_of_person on identity.session (district, person) where revoked_at is null;
create index session_by_end on identity.session (district, expires_at);

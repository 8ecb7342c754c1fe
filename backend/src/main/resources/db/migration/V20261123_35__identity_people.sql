-- People belong to the city: district is the city's own code, so that an openid is unique in the whole city.
create schema identity;

create table identity.person (
    district    char(6)     not null,
    id          uuid        not null,
    -- What they call themselves, screened; absent until they say, and after erasure.
    name        text,
    created_at  timestamptz not null,
    erased_at   timestamptz,
    -- Set where this account turned out to be another person's: ids kept elsewhere still find them.
    merged_into uuid,
    primary key (district, id)
);

create table identity.wechat_account (
    district char(6)     not null,
    -- Which of the city's WeChat applications knows them by this openid.
    app      text        not null,
    openid   text        not null,
    -- Absent while the application is not bound to the Open Platform; may arrive late.
    unionid  text,
    person   uuid        not null,
    seen_at  timestamptz not null,
    primary key (district, app, openid),
    foreign key (district, person) references identity.person deferrable initially deferred
);

create index wechat_account_of_person on identity.wechat_account (district, person);
create index wechat_account_by_unionid on identity.wechat_account (district, unionid) where unionid is not null;

-- Followers of the service account; person is found by unionid or by a ticket in a parametric code.
create table identity.service_account (
    district   char(6)     not null,
    openid     text        not null,
    unionid    text,
    person     uuid,
    following  boolean     not null,
    changed_at timestamptz not null,
    primary key (district, openid)
);

create index service_account_of_person on identity.service_account (district, person) where person is not null;
create index service_account_by_unionid on identity.service_account (district, unionid) where unionid is not null;

create table identity.phone (
    district   char(6)     not null,
    person     uuid        not null,
    -- Nonce and AES-256-GCM ciphertext, bound to its blind index; which key says key_id.
    ciphertext bytea       not null,
    key_id     text        not null,
    -- HMAC-SHA256 of the number under a key of its own: finds a number without reading any.
    blind      bytea       not null,
    bound_at   timestamptz not null,
    primary key (district, person)
);

create index phone_by_number on identity.phone (district, blind);

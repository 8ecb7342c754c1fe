create schema if not exists notification;

-- One row for everybody who ever got news. The cursor counts their items without gaps: it is taken under the row's lock in the
-- transaction that inserts the item, so whoever has seen n has seen all before n.
create table notification.reader (
    district   char(6) not null,
    person     uuid    not null,
    cursor     bigint  not null default 0,
    read_up_to bigint  not null default 0,
    primary key (district, person)
);

create table notification.item (
    district char(6)     not null,
    person   uuid        not null,
    cursor   bigint      not null,
    event    uuid        not null,
    template text        not null,
    title    text        not null,
    text     text        not null,
    link     text        not null,
    urgency  text        not null,
    at       timestamptz not null,
    primary key (district, person, cursor),
    -- Delivery is at least once, an item is once.
    unique (district, person, event)
);

create table notification.preference (
    district        char(6) not null,
    person          uuid    not null,
    wechat_messages boolean not null,
    quiet_from      time,
    quiet_to        time,
    muted           text[]  not null,
    primary key (district, person)
);

-- A right to open one live connection, where Redis cannot keep it.
create table notification.ticket (
    district   char(6)     not null,
    hash       bytea       not null,
    person     uuid        not null,
    session    text        not null,
    expires_at timestamptz not null,
    primary key (district, hash)
);

create schema if not exists wechat;

-- What WeChat pushed, kept before it was answered. While somebody reads it, due_at is the end of the lease.
create table wechat.callback (
    district    char(6)     not null,
    id          uuid        not null,
    account     text        not null check (account in ('mini', 'service')),
    -- By what the same push is known when it comes again.
    key         char(64)    not null,
    -- Opened, as WeChat wrote it. It holds openids, so it goes when its time is up.
    message     bytea       not null,
    received_at timestamptz not null,
    state       text        not null default 'WAITING' check (state in ('WAITING', 'TOLD', 'ASIDE')),
    attempts    int         not null default 0,
    due_at      timestamptz not null default now(),
    failure     text,
    primary key (district, id),
    unique (district, account, key)
);

create index callback_waiting on wechat.callback (due_at) where state = 'WAITING';
create index callback_aside on wechat.callback (received_at) where state = 'ASIDE';
create index callback_told on wechat.callback (received_at) where state = 'TOLD';

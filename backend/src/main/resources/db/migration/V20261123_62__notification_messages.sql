-- How many messages a person still allows, for each template: WeChat cannot be asked. Kept under the city's code, as people are.
create table notification.subscription (
    district   char(6)     not null,
    openid     text        not null,
    template   text        not null,
    person     uuid,
    balance    int         not null default 0 check (balance >= 0),
    -- WeChat banned the template; ends when the person accepts again.
    frozen     boolean     not null default false,
    changed_at timestamptz not null,
    primary key (district, openid, template)
);

create index subscription_of_person on notification.subscription (district, person);

-- Each acceptance is reported twice at most: by the client and by WeChat. One half waits here for the other.
create table notification.answer (
    district char(6)     not null,
    openid   text        not null,
    template text        not null,
    asked    text        not null,
    source   text        not null check (source in ('CLIENT', 'WECHAT')),
    at       timestamptz not null,
    matched  boolean     not null,
    primary key (district, openid, template, asked)
);

create index answer_by_age on notification.answer (at);

-- What was said to a person by WeChat about an event; written down before WeChat is called.
create table notification.message (
    district   char(6)     not null,
    person     uuid        not null,
    event      uuid        not null,
    channel    text        not null check (channel in ('SUBSCRIBE', 'SERVICE')),
    template   text        not null,
    openid     text,
    state      text        not null check (state in ('INTENDED', 'LATER', 'TAKEN', 'DELIVERED', 'FAILED', 'REFUSED', 'UNKNOWN',
                                                     'UNFOLLOWED', 'NOT_LINKED', 'STALE')),
    code       int,
    reason     text,
    wechat_id  text,
    begun_at   timestamptz not null,
    changed_at timestamptz not null,
    primary key (district, person, event, channel)
);

create index message_by_wechat_id on notification.message (district, wechat_id) where wechat_id is not null;
create index message_unsettled on notification.message (district, openid, template, begun_at)
    where state in ('INTENDED', 'UNKNOWN');

create schema if not exists outbox;

-- What happened. Written in the transaction in which it happened; never changed but for the mark that its deliveries are made.
create table outbox.event (
    district   char(6)     not null,
    id         uuid        not null,
    -- Order of insertion. Who holds the subject's lock while adding gets its order kept.
    position   bigint      not null generated always as identity,
    tx         xid8        not null default pg_current_xact_id(),
    name       text        not null,
    subject    uuid        not null,
    payload    jsonb       not null,
    at         timestamptz not null,
    fanned_out boolean     not null default false,
    primary key (district, id)
) with (autovacuum_vacuum_scale_factor = 0.02);

create index event_fresh on outbox.event (position) where not fanned_out;
create index event_by_age on outbox.event (at) where fanned_out;

-- Who wants to know: a reference table of a few dozen rows, the same in every district. Deliveries are made for rows here and
-- not for what a node's own code knows, so that an older node loses no event for a newer consumer.
create table outbox.consumer (
    name    text        primary key,
    event   text        not null,
    since   timestamptz not null,
    seen_at timestamptz not null
);

-- What still has to reach a consumer: gone when taken. While somebody holds it, due_at is the end of the lease.
create table outbox.delivery (
    district char(6)     not null,
    consumer text        not null,
    event    uuid        not null,
    subject  uuid        not null,
    position bigint      not null,
    due_at   timestamptz not null,
    attempts int         not null default 0,
    holder   uuid,
    primary key (district, consumer, event)
) with (autovacuum_vacuum_scale_factor = 0.02);

create index delivery_due on outbox.delivery (consumer, due_at);
create index delivery_order on outbox.delivery (district, subject, consumer, position);
create index delivery_held on outbox.delivery (holder) where holder is not null;

-- What no attempt could deliver; waits for a person.
create table outbox.dead_letter (
    district char(6)     not null,
    id       uuid        not null default gen_random_uuid(),
    consumer text        not null,
    event    uuid        not null,
    subject  uuid        not null,
    position bigint      not null,
    attempts int         not null,
    error    text        not null,
    died_at  timestamptz not null,
    primary key (district, id)
);

create index dead_letter_newest on outbox.dead_letter (died_at desc, id desc);
create index dead_letter_of_event on outbox.dead_letter (district, event);

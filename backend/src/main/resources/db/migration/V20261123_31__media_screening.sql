-- What WeChat was asked about pictures and what it said. Either may be known first: a verdict can overtake the answer to the question.
create table media.screening_request (
    district   char(6)     not null,
    trace_id   text        not null,
    photo      uuid,
    suggestion text check (suggestion in ('PASS', 'REVIEW', 'RISKY', 'UNSCREENED')),
    at         timestamptz not null,
    primary key (district, trace_id)
);

create index screening_request_photo on media.screening_request (district, photo) where photo is not null;
create index screening_request_at on media.screening_request (at);

-- Who sweeps: one node at a time.
create table media.sweep_lease (
    district char(6)     not null primary key,
    holder   uuid        not null,
    until    timestamptz not null
);

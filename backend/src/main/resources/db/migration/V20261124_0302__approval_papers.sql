-- What the working group writes down: meetings, actions, proposals and approvals.
create table approval.meeting (
    district      char(6)     not null,
    id            uuid        not null,
    version       bigint      not null,
    held_on       date        not null,
    title         text        not null,
    agenda        text        not null,
    minutes       text        not null,
    decisions     text[]      not null,
    author_person text,
    at            timestamptz not null,
    signed_at     timestamptz,
    signer_person text,
    primary key (district, id)
);

create index meeting_latest on approval.meeting (district, at desc, id desc);

create table approval.action (
    district     char(6)     not null,
    id           uuid        not null,
    version      bigint      not null,
    words        text        not null,
    owner_person text,
    due_on       date        not null,
    meeting      text,
    at           timestamptz not null,
    done_at      timestamptz,
    reminded_on  date,
    primary key (district, id)
);

comment on column approval.action.reminded_on is 'When its owner was last reminded that it is overdue.';

create index action_open on approval.action (district, due_on) where done_at is null;
create index action_latest on approval.action (district, at desc, id desc);

create table approval.proposal (
    district        char(6)     not null,
    id              uuid        not null,
    version         bigint      not null,
    state           text        not null check (state in ('OPEN', 'APPROVED', 'DECLINED', 'WITHDRAWN')),
    draft           text        not null,
    name            text        not null,
    base            integer     not null,
    approvers       integer     not null check (approvers >= 2),
    head_needed     boolean     not null,
    effective_from  timestamptz not null,
    basis           text        not null,
    meeting         text        not null,
    decision        integer     not null,
    proposer_person text,
    at              timestamptz not null,
    reason          text,
    number          integer,
    primary key (district, id)
);

create index proposal_latest on approval.proposal (district, at desc, id desc);
create unique index proposal_open on approval.proposal (district, draft) where state = 'OPEN';

create table approval.vote (
    district char(6)     not null,
    proposal uuid        not null,
    version  bigint      not null,
    person   text,
    head     boolean     not null,
    at       timestamptz not null,
    primary key (district, proposal, version),
    unique (district, proposal, person),
    foreign key (district, proposal) references approval.proposal
);

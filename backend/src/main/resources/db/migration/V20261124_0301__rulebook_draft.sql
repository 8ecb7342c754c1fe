-- The next version of the rulebook while people work on it, and who wrote on it.
create table rulebook.draft (
    district      char(6)     not null,
    id            uuid        not null,
    name          text        not null,
    base          integer     not null,
    source        integer     not null,
    version       bigint      not null,
    state         text        not null check (state in ('OPEN', 'PROPOSED', 'APPROVED')),
    content       text        not null,
    author_person text,
    begun_at      timestamptz not null,
    changed_at    timestamptz not null,
    number        integer,
    primary key (district, id)
);

create index draft_latest on rulebook.draft (district, begun_at desc, id desc);

create table rulebook.draft_editor (
    district char(6) not null,
    draft    uuid    not null,
    person   text    not null,
    primary key (district, draft, person),
    foreign key (district, draft) references rulebook.draft on delete cascade
);

comment on table rulebook.draft_editor is 'Nobody approves what they wrote themselves.';

-- What was approved never changes.
create function rulebook.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'A version of the rulebook never changes';
end $$;

create trigger version_stays before update on rulebook.version for each row execute function rulebook.refuse();

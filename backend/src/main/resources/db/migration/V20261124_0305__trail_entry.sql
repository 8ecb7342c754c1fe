-- Who changed what: rows are added, and refused any other change. Staff accounts are named, not persons: the record outlives an erased one.
create schema trail;

create table trail.entry (
    district     char(6)     not null,
    id           uuid        not null,
    at           timestamptz not null,
    who          text        not null,
    who_name     text        not null,
    what         text        not null,
    subject      text        not null,
    subject_name text        not null,
    before       text,
    after        text,
    origin       text        not null,
    primary key (district, id)
);

create index entry_latest on trail.entry (district, at desc, id desc);

create function trail.refuse() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.at < now() - interval '180 days' then
        return old;
    end if;
    raise exception 'The record stays as it is';
end $$;

create trigger entry_stays before update or delete on trail.entry for each row execute function trail.refuse();
create trigger entries_stay before truncate on trail.entry for each statement execute function trail.refuse();

-- Everything the official side may change, as approved versions. A version, once written, never changes: a correction is a new one.
create schema rulebook;

create table rulebook.version (
    number         integer     not null primary key check (number > 0),
    effective_from timestamptz not null,
    approved_by    text        not null,
    approved_at    timestamptz not null,
    content        jsonb       not null
);

comment on table rulebook.version is
    'Versions of the rulebook; the whole city shares them, so they carry no district (a reference table on every shard).';
comment on column rulebook.version.approved_by is 'Who answers for it, by name of the body.';

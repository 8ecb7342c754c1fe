-- What the publicity team writes. Articles belong to the city's own district.
create schema campaign;

create table campaign.article (
    district     char(6)     not null,
    id           uuid        not null,
    version      bigint      not null,
    state        text        not null check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    title        text        not null,
    summary      text        not null,
    body         text        not null,
    cover        text,
    screening    text        not null check (screening in ('PASSED', 'UNSCREENED', 'DOUBTFUL')),
    author       text,
    made_key     text        not null,
    made_of      bytea       not null,
    made_at      timestamptz not null,
    published_at timestamptz,
    primary key (district, id),
    unique (district, author, made_key)
);

comment on column campaign.article.body is 'HTML, already reduced to the allowed subset.';
comment on column campaign.article.author is 'A person''s id; gone when the account is erased.';
comment on column campaign.article.made_key is 'The Idempotency-Key it was made with, and SHA-256 of what was asked for.';

create index article_feed on campaign.article (published_at desc, id desc) where state = 'PUBLISHED';
create index article_desk on campaign.article (made_at desc, id desc);

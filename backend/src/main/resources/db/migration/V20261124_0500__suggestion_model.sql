-- Versions of the model that suggests types and units, what it suggested, and what people decided.
create schema suggestion;

create table suggestion.model (
    district         char(6)          not null,
    version          integer          not null,
    algorithm        text             not null,
    trained_at       timestamptz      not null,
    samples          integer          not null,
    decisions        integer          not null,
    fingerprint      text             not null,
    types            bytea            not null,
    units            bytea,
    accuracy         double precision not null,
    used             boolean          not null,
    examination      jsonb            not null,
    unit_examination jsonb,
    judged           integer          not null default 0,
    agreed           integer          not null default 0,
    primary key (district, version)
);

comment on column suggestion.model.district is 'The city.';
comment on column suggestion.model.fingerprint is 'SHA-256 of what it was learned from: the same is not learned twice.';
comment on column suggestion.model.accuracy is 'Share of the held-out texts whose type it knew.';
comment on column suggestion.model.used is 'Whether it was not worse than the one before; the newest of these suggests.';
comment on column suggestion.model.judged is 'Suggestions of its a reviewer has decided about, and agreed those decided the same way.';

create table suggestion.offer (
    district         char(6)     not null,
    subject          uuid        not null,
    model            integer     not null,
    type             text,
    probability      double precision,
    unit             text,
    unit_probability double precision,
    offered_at       timestamptz not null,
    chosen_type      text,
    chosen_unit      text,
    chosen_at        timestamptz,
    primary key (district, subject)
);

comment on column suggestion.offer.subject is 'The case; its words are not kept here.';
comment on column suggestion.offer.type is 'Absent where the model was not sure enough to speak.';

-- Which node learns in a period.
create table suggestion.turn (
    district char(6)     not null primary key,
    period   bigint      not null,
    node     uuid        not null,
    until    timestamptz not null,
    done     boolean     not null
);

-- What staff want to see of their desk again and again.
create table casework.desk_view (
    district char(6)     not null,
    id       uuid        not null,
    person   text        not null,
    name     text        not null,
    place    integer     not null,
    filter   jsonb       not null,
    at       timestamptz not null,
    primary key (district, id)
);

comment on column casework.desk_view.place is 'In the order the person wants, from 0.';

create index desk_view_person on casework.desk_view (person, place);

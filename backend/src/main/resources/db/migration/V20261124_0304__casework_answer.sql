-- What is asked about a type beside the description, and was answered.
create table casework.answer (
    district char(6) not null,
    case_id  uuid    not null,
    type     text    not null,
    code     text    not null,
    answer   text    not null,
    primary key (district, case_id, code)
);

comment on column casework.answer.type is 'The type the question belongs to: the case may be given another later, its answers stay.';

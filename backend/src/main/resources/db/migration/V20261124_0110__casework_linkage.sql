-- In whose hands a case is and how it came there, with every step; and the official answer the public reads.
-- What was begun before went to the unit the rulebook names: level by level, without a level.
alter table casework.case_file
    add column difficulty    text not null default 'ORDINARY',
    add column mode          text not null default 'LEVELS',
    add column level         text,
    add column holder_person text,
    add column answer        text;

alter table casework.step
    add column difficulty    text not null default 'ORDINARY',
    add column mode          text not null default 'LEVELS',
    add column level         text,
    add column holder_person text;

alter table casework.case_file alter column difficulty drop default, alter column mode drop default;
alter table casework.step alter column difficulty drop default, alter column mode drop default;

create index case_file_holder on casework.case_file (holder_person) where holder_person is not null;
create index step_holder on casework.step (holder_person) where holder_person is not null;

comment on column casework.case_file.difficulty is 'SIMPLE, ORDINARY or HARD: proposed by rule until a reviewer has decided.';
comment on column casework.case_file.mode is 'SELF, LEVELS or WHISTLE: how hands are found.';
comment on column casework.case_file.level is 'COMMUNITY, STREET, DISTRICT or CITY: where it is worked on, level by level.';
comment on column casework.case_file.holder_person is 'The citizen who has claimed it; gone when the account is erased.';
comment on column casework.case_file.answer is 'What the public is told of the result.';

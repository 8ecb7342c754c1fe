-- What is on offer is looked for around a place.
create index case_file_offered on casework.case_file using spgist (place) where stage = 'offered' and place is not null;

-- How the photos of a result stood the check when it was sent. Rows are only added.
create table casework.result (
    district  char(6)          not null,
    case_id   uuid             not null,
    version   bigint           not null,
    metres    double precision,
    doubts    text[]           not null,
    twin_case text,
    primary key (district, case_id, version)
);

comment on column casework.result.version is 'The version of the case the step made with which the result came.';
comment on column casework.result.metres is 'The farthest anything that came with it was from the case; absent where nothing said.';
comment on column casework.result.doubts is 'Why a reviewer is to look at it; empty where the sample left it out.';
comment on column casework.result.twin_case is 'The id of what has a picture that looks the same.';

comment on column casework.photo.kind is 'PROBLEM of the reporter, BEFORE and RESULT of the handler, CHECK of a verifier.';

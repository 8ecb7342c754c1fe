-- Who left may serve again under another record: only one at a time is theirs.
alter table identity.staff drop constraint staff_district_person_key;
create unique index staff_serving on identity.staff (district, person) where left_at is null;
create index staff_of_person on identity.staff (district, person);

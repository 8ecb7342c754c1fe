-- The query of GET /api/v1/cases/nearby?radius=1000&limit=20.
\set x random(0, 1000000)
\set y random(0, 1000000)
with candidate as materialized (
    select *, casework.metres(longitude, latitude, 120.098 + 0.066 * :x / 1000000.0, 30.248 + 0.043 * :y / 1000000.0) as distance
    from casework.case_file
    where shown and place is not null
      and place <@ casework.around(120.098 + 0.066 * :x / 1000000.0, 30.248 + 0.043 * :y / 1000000.0, 1000)
    order by place <-> casework.plane(120.098 + 0.066 * :x / 1000000.0, 30.248 + 0.043 * :y / 1000000.0)
    limit 33)
select * from candidate where distance <= 1000 order by distance, id limit 20;

-- The query of GET /api/v1/cases/similar.
\set x random(0, 1000000)
\set y random(0, 1000000)
with candidate as materialized (
    select *, casework.metres(longitude, latitude, 120.098 + 0.066 * :x / 1000000.0, 30.248 + 0.043 * :y / 1000000.0) as distance
    from casework.case_file
    where open and place is not null and shown and type = 'exposed-garbage' and reported_at >= now() - interval '30 days'
      and place <@ casework.around(120.098 + 0.066 * :x / 1000000.0, 30.248 + 0.043 * :y / 1000000.0, 100)
    order by place <-> casework.plane(120.098 + 0.066 * :x / 1000000.0, 30.248 + 0.043 * :y / 1000000.0)
    limit 10)
select * from candidate where distance <= 100 order by distance, id;

-- How far a distance reaches on the plane, to the east and to the north. A degree of the plane is as long as a degree of longitude at
-- that latitude; a tenth more, because the plane widens towards the poles.
create function casework.reach(latitude double precision, metres double precision) returns point
    language sql immutable parallel safe strict
    return point(
        metres * 1.1 / (111195 * cos(radians(greatest(-85, least(85, latitude))))),
        metres * 1.1 / (111195 * cos(radians(greatest(-85, least(85, latitude))))));

-- A box on the plane that holds all within a distance of a place: an index finds what lies in it, the sphere decides.
create function casework.around(longitude double precision, latitude double precision, metres double precision) returns box
    language sql immutable parallel safe strict
    return box(
        casework.plane(longitude, latitude) - casework.reach(latitude, metres),
        casework.plane(longitude, latitude) + casework.reach(latitude, metres));

-- Public lists by type, and the rates of units.
create index case_file_shown_type on casework.case_file (type, reported_at desc, id desc) where shown;
create index step_due on casework.step (due_at) where to_stage in ('dispatched', 'handling');
create index step_counted on casework.step (at)
    where name in ('dispatch', 'rise', 'pass', 'approve', 'reopen', 'overturn');

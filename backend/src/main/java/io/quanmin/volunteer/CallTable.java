package io.quanmin.volunteer;

import static io.quanmin.volunteer.Columns.get;
import static io.quanmin.volunteer.Columns.maybe;

import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Chooses whom to ask. */
@Component
class CallTable {

    /** Metres of a degree of latitude, a little short, so that the box is a little wide. */
    private static final double DEGREE_METRES = 110_000;

    /** Lengths of the codes somebody may care for: a street's and a community's. */
    private static final int[] CARED_FOR = {9, 12};

    private final DatabaseClient database;

    CallTable(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Those who care for the place: it lies in an area of theirs or around the point they chose. Two calls at once do not choose
     * the same person: who is being asked by one is passed over by the other.
     */
    Flux<Id> call(Volunteers.Call call, LocalDate today) {
        GeoPoint point = call.point();
        double radius = call.rule().radius();
        return database.sql("""
                        with chosen as (
                            select district, person from volunteer.volunteer
                            where passed_at is not null
                              and (paused_until is null or paused_until <= :today)
                              and :kind = any(kinds)
                              and (areas && :areas
                                   or (latitude between :latitude::float8 - :box and :latitude::float8 + :box
                                       and volunteer.metres(longitude, latitude, :longitude, :latitude) <= :radius))
                              and not person = any(:except)
                              and (asked_on is distinct from :today or asked_today < :perDay)
                            order by asked_at nulls first, person
                            limit :most
                            for update skip locked)
                        update volunteer.volunteer called
                        set asked_at = :at, asked_on = :today,
                            asked_today = case when asked_on = :today then asked_today + 1 else 1 end
                        from chosen
                        where called.district = chosen.district and called.person = chosen.person
                        returning called.person
                        """)
                .bind("today", today)
                .bind("kind", call.kind())
                .bind("areas", areas(call.area()))
                .bind("latitude", maybe(point == null ? null : point.latitude(), Double.class))
                .bind("longitude", maybe(point == null ? null : point.longitude(), Double.class))
                .bind("box", radius / DEGREE_METRES)
                .bind("radius", radius)
                .bind("except", call.except().stream().map(Id::toString).toArray(String[]::new))
                .bind("perDay", call.rule().perDay())
                .bind("most", call.rule().people())
                .bind("at", call.at())
                .map(row -> Id.parse(get(row, "person", String.class)))
                .all();
    }

    /** The area itself and those above it that somebody may care for. */
    private static String[] areas(String area) {
        return IntStream.of(CARED_FOR)
                .filter(length -> length <= area.length())
                .mapToObj(length -> area.substring(0, length))
                .toArray(String[]::new);
    }
}

package io.quanmin.volunteer;

import static io.quanmin.volunteer.Columns.get;
import static io.quanmin.volunteer.Columns.maybe;
import static io.quanmin.volunteer.Columns.texts;

import io.quanmin.kernel.Datum;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who enrolled, as rows. */
@Component
class VolunteerTable {

    private final DatabaseClient database;

    VolunteerTable(DatabaseClient database) {
        this.database = database;
    }

    Mono<Volunteer> find(Id person) {
        return one("select * from volunteer.volunteer where district = :district and person = :person", person)
                .map(VolunteerTable::volunteer)
                .one();
    }

    Mono<Volunteer> numbered(String district, String number) {
        return database.sql("select * from volunteer.volunteer where district = :district and number = :number")
                .bind("district", district)
                .bind("number", number)
                .map(VolunteerTable::volunteer)
                .one();
    }

    /** Enrols somebody, or changes what they care for; the number stays. */
    Mono<Void> put(Id person, String number, Volunteer.Wish wish, Instant at) {
        GeoPoint point = wish.point();
        return one("""
                        insert into volunteer.volunteer (district, person, number, areas, kinds, longitude, latitude, joined_at)
                        values (:district, :person, :number, :areas, :kinds, :longitude, :latitude, :at)
                        on conflict (district, person) do update
                        set areas = excluded.areas, kinds = excluded.kinds,
                            longitude = excluded.longitude, latitude = excluded.latitude
                        """, person)
                .bind("number", number)
                .bind("areas", wish.areas().toArray(String[]::new))
                .bind("kinds", wish.kinds().toArray(String[]::new))
                .bind("longitude", maybe(point == null ? null : point.longitude(), Double.class))
                .bind("latitude", maybe(point == null ? null : point.latitude(), Double.class))
                .bind("at", at)
                .then();
    }

    /** From now on they may be asked. */
    Mono<Long> passed(Id person, Instant at) {
        return one("""
                        update volunteer.volunteer set passed_at = coalesce(passed_at, :at)
                        where district = :district and person = :person
                        """, person).bind("at", at).fetch().rowsUpdated();
    }

    Mono<Long> pause(Id person, @Nullable LocalDate until) {
        return one("""
                        update volunteer.volunteer set paused_until = :until where district = :district and person = :person
                        """, person)
                .bind("until", maybe(until, LocalDate.class))
                .fetch()
                .rowsUpdated();
    }

    Mono<Void> answered(Id person) {
        return one("""
                        update volunteer.volunteer set answered = answered + 1
                        where district = :district and person = :person
                        """, person).then();
    }

    /** Says whether there was somebody to remove. */
    Mono<Boolean> remove(Id person) {
        return one("delete from volunteer.volunteer where district = :district and person = :person", person)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** One account's becomes another's; where both enrolled, the better of both stays. */
    Mono<Void> handOver(Id person, Id into) {
        return one("""
                        with gone as (
                            delete from volunteer.volunteer where district = :district and person = :person returning *)
                        insert into volunteer.volunteer as kept (
                            district, person, number, areas, kinds, longitude, latitude, joined_at, passed_at, paused_until,
                            asked_at, asked_on, asked_today, answered)
                        select :intoDistrict, :into, number, areas, kinds, longitude, latitude, joined_at, passed_at, paused_until,
                            asked_at, asked_on, asked_today, answered
                        from gone
                        on conflict (district, person) do update
                        set passed_at = coalesce(kept.passed_at, excluded.passed_at),
                            answered = kept.answered + excluded.answered
                        """, person)
                .bind("intoDistrict", into.district())
                .bind("into", into.toString())
                .then();
    }

    private GenericExecuteSpec one(String sql, Id person) {
        return database.sql(sql).bind("district", person.district()).bind("person", person.toString());
    }

    private static Volunteer volunteer(Readable row) {
        return new Volunteer(
                Id.parse(get(row, "person", String.class)),
                get(row, "number", String.class),
                new Volunteer.Wish(texts(row, "areas"), texts(row, "kinds"), point(row)),
                get(row, "joined_at", Instant.class),
                row.get("passed_at", Instant.class),
                row.get("paused_until", LocalDate.class),
                get(row, "answered", Integer.class));
    }

    private static @Nullable GeoPoint point(Readable row) {
        Double longitude = row.get("longitude", Double.class);
        Double latitude = row.get("latitude", Double.class);
        return longitude == null || latitude == null ? null : new GeoPoint(longitude, latitude, Datum.WGS84);
    }
}

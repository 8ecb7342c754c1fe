package io.quanmin.casework;

import static io.quanmin.casework.Columns.get;
import static io.quanmin.casework.Columns.maybe;

import io.quanmin.kernel.Cursor;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.PageRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** All cases of somebody's desk, page by page. */
@Component
class DeskTable {

    private static final Cursor EARLIEST = new Cursor(Instant.EPOCH, new UUID(0, 0));
    private static final Cursor LATEST = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    /** Nobody finds their own report here: of that they are the reporter, whoever else they are. */
    private static final String DESK = """
            select file.*, %1$s as turn from casework.case_file file
            where (starts_with(area, :area)
                   or unit = :unit
                   or exists (
                        select from casework.child_task task
                        where task.district = file.district and task.case_id = file.id and task.unit = :unit))
            and reporter is distinct from :person
            and not exists (
                select from casework.case_file merged
                where merged.merged_into = file.district || '-' || replace(file.id::text, '-', '') and merged.reporter = :person)
            and %2$s
            and (%1$s, id) %3$s (:at, :id)
            order by %1$s %4$s, id %4$s
            limit :limit
            """;

    private final DatabaseClient database;

    DeskTable(DatabaseClient database) {
        this.database = database;
    }

    /** One row more than the page, to know whether there is another. */
    Flux<Turned> of(Reach reach, DeskFilter filter, Order order, PageRequest page) {
        Cursor after = page.after().orElse(order.first);
        String sql = DESK.formatted(order.key, filter.condition(), order.beyond, order.direction);
        return filter.bind(database.sql(sql))
                .bind("area", maybe(reach.area(), String.class))
                .bind("unit", maybe(reach.unit()))
                .bind("person", reach.person().toString())
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("limit", page.limit() + 1)
                .map(row -> new Turned(CaseRow.file(row), get(row, "turn", Instant.class)))
                .all();
    }

    /**
     * Open cases of a desk around a point, nearest first.
     *
     * @param point in WGS-84
     * @param radius metres
     */
    Flux<Found> near(Reach reach, GeoPoint point, double radius, int most) {
        return database.sql("""
                        with candidate as materialized (
                            select *, casework.metres(longitude, latitude, :longitude, :latitude) as distance
                            from casework.case_file
                            where open and place is not null and place <@ casework.around(:longitude, :latitude, :radius)
                              and (starts_with(area, :area) or unit = :unit) and reporter is distinct from :person
                            order by place <-> casework.plane(:longitude, :latitude)
                            limit :most)
                        select * from candidate where distance <= :radius order by distance, id
                        """)
                .bind("longitude", point.longitude())
                .bind("latitude", point.latitude())
                .bind("radius", radius)
                .bind("area", maybe(reach.area(), String.class))
                .bind("unit", maybe(reach.unit()))
                .bind("person", reach.person().toString())
                .bind("most", most)
                .map(row -> new Found(CaseRow.file(row), row.get("distance", Double.class)))
                .all();
    }

    /** Who has a case, and who was called to it. */
    Flux<Id> units(Id caseId) {
        return database.sql("""
                        select unit from casework.case_file where district = :district and id = :id and unit is not null
                        union
                        select unit from casework.child_task where district = :district and case_id = :id
                        """)
                .bind("district", caseId.district())
                .bind("id", caseId.value())
                .map(row -> Id.parse(get(row, "unit", String.class)))
                .all();
    }

    /**
     * How far somebody's desk reaches: an area, a unit, or both.
     *
     * @param area what codes of divisions begin with
     * @param unit whose tasks
     * @param person whose own reports are left out
     */
    record Reach(@Nullable String area, @Nullable Id unit, Id person) {}

    /** In which order. */
    enum Order {
        /** What was reported last first. */
        NEWEST("reported_at", "<", "desc", LATEST),
        /** What was reported first first. */
        OLDEST("reported_at", ">", "asc", EARLIEST),
        /** What is due first first; what nobody is bound to by the time of its report. */
        DUE("coalesce(due_at, reported_at)", ">", "asc", EARLIEST);

        private final String key;
        private final String beyond;
        private final String direction;
        private final Cursor first;

        static Optional<Order> named(String name) {
            return Arrays.stream(values())
                    .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst();
        }

        Order(String key, String beyond, String direction, Cursor first) {
            this.key = key;
            this.beyond = beyond;
            this.direction = direction;
            this.first = first;
        }
    }

    /** A case and what it is ordered by. */
    record Turned(CaseFile file, Instant turn) {

        Cursor cursor() {
            return new Cursor(turn, file.id().value());
        }
    }
}

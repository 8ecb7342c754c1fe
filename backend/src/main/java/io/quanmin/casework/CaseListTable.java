package io.quanmin.casework;

import io.quanmin.kernel.Cursor;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.PageRequest;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Cases in lists, newest first; each asks for one row more than the page, to know whether there is another. */
@Component
class CaseListTable {

    /** Later than every row. */
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    private final DatabaseClient database;

    CaseListTable(DatabaseClient database) {
        this.database = database;
    }

    /** Those a person reported. */
    Flux<CaseFile> of(Id reporter, PageRequest page) {
        GenericExecuteSpec select = database.sql("""
                select * from casework.case_file
                where reporter = :reporter and (reported_at, id) < (:at, :id)
                order by reported_at desc, id desc
                limit :limit
                """).bind("reporter", reporter.toString());
        return paged(select, page).map(CaseRow::file).all();
    }

    /** Those everybody may see, and wants to. */
    Flux<CaseFile> shown(CaseFilter filter, PageRequest page) {
        GenericExecuteSpec select = filter.bind(database.sql("""
                select * from casework.case_file
                where shown and %s and (reported_at, id) < (:at, :id)
                order by reported_at desc, id desc
                limit :limit
                """.formatted(filter.condition())));
        return paged(select, page).map(CaseRow::file).all();
    }

    private static GenericExecuteSpec paged(GenericExecuteSpec select, PageRequest page) {
        Cursor after = page.after().orElse(NEWEST);
        return select.bind("at", after.at()).bind("id", after.id()).bind("limit", page.limit() + 1);
    }

    /**
     * Shown cases nearest to a point. The index finds candidates on the plane, a few more than wanted because the plane is not
     * quite the sphere; the sphere decides.
     *
     * @param point in WGS-84
     * @param radius metres
     * @param filter which of them
     */
    Flux<Found> nearest(GeoPoint point, double radius, CaseFilter filter, int limit) {
        return filter.bind(database.sql("""
                        with candidate as materialized (
                            select *, casework.metres(longitude, latitude, :longitude, :latitude) as distance
                            from casework.case_file
                            where shown and place is not null and place <@ casework.around(:longitude, :latitude, :radius) and %s
                            order by place <-> casework.plane(:longitude, :latitude)
                            limit :candidates)
                        select * from candidate where distance <= :radius order by distance, id limit :limit
                        """.formatted(filter.condition())))
                .bind("longitude", point.longitude())
                .bind("latitude", point.latitude())
                .bind("candidates", limit + limit / 4 + 8)
                .bind("radius", radius)
                .bind("limit", limit)
                .map(row -> new Found(CaseRow.file(row), row.get("distance", Double.class)))
                .all();
    }
}

package io.quanmin.casework;

import io.quanmin.kernel.Cursor;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.PageRequest;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Cases on offer, and in whose hands they are. */
@Component
class ClaimTable {

    /** Later than every row. */
    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    private final DatabaseClient database;

    ClaimTable(DatabaseClient database) {
        this.database = database;
    }

    /**
     * How many cases a person holds, with the person's claims locked until the transaction ends: whoever claims with the same account
     * meanwhile waits here and then counts this one too.
     */
    Mono<Long> held(Id person) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('casework.claim:' || :person, 0))")
                .bind("person", person.toString())
                .then()
                .then(database.sql("""
                                select count(*) from casework.case_file where holder_person = :person and stage = 'claimed'
                                """)
                        .bind("person", person.toString())
                        .mapValue(Long.class)
                        .one());
    }

    /** How many results a person has brought, counted up to so many. */
    Mono<Integer> results(Id person, int most) {
        return database.sql("""
                        select count(*)::integer from (
                            select from casework.step
                            where by_person = :person and name in ('solve', 'report-solved')
                            limit :most) as counted
                        """)
                .bind("person", person.toString())
                .bind("most", most)
                .mapValue(Integer.class)
                .one();
    }

    /**
     * Cases on offer nearest to a point.
     *
     * @param point in WGS-84
     * @param radius metres
     */
    Flux<Found> offered(GeoPoint point, double radius, int limit) {
        return database.sql("""
                        with candidate as materialized (
                            select *, casework.metres(longitude, latitude, :longitude, :latitude) as distance
                            from casework.case_file
                            where stage = 'offered' and place is not null
                            order by place <-> casework.plane(:longitude, :latitude)
                            limit :candidates)
                        select * from candidate where distance <= :radius order by distance, id limit :limit
                        """)
                .bind("longitude", point.longitude())
                .bind("latitude", point.latitude())
                .bind("candidates", limit + limit / 4 + 8)
                .bind("radius", radius)
                .bind("limit", limit)
                .map(row -> new Found(CaseRow.file(row), row.get("distance", Double.class)))
                .all();
    }

    /** What a person has claimed or solved on the spot and is still theirs, newest first; one more than the page. */
    Flux<CaseFile> of(Id person, PageRequest page) {
        Cursor after = page.after().orElse(NEWEST);
        return database.sql("""
                        select * from casework.case_file
                        where holder_person = :person and (reported_at, id) < (:at, :id)
                        order by reported_at desc, id desc
                        limit :limit
                        """)
                .bind("person", person.toString())
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("limit", page.limit() + 1)
                .map(CaseRow::file)
                .all();
    }
}

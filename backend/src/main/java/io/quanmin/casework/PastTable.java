package io.quanmin.casework;

import static io.quanmin.casework.Columns.get;

import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import java.time.Instant;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What was solved around a place before. */
@Component
class PastTable {

    /** More than this nobody counts exactly. */
    private static final int COUNTED = 500;

    private final DatabaseClient database;

    PastTable(DatabaseClient database) {
        this.database = database;
    }

    /** By type: how many cases reported since a moment were solved within so many metres, but for one case itself. */
    Mono<Map<String, Long>> solved(Id but, GeoPoint point, int radius, Instant since) {
        return database.sql("""
                        with near as (
                            select type, casework.metres(longitude, latitude, :longitude, :latitude) as distance
                            from casework.case_file
                            where shown and not open and place is not null and reported_at >= :since and id <> :but
                              and place <@ casework.around(:longitude, :latitude, :radius)
                            limit :counted)
                        select type, count(*) as many from near where distance <= :radius group by type
                        """)
                .bind("but", but.value())
                .bind("longitude", point.longitude())
                .bind("latitude", point.latitude())
                .bind("radius", radius)
                .bind("since", since)
                .bind("counted", COUNTED)
                .map(row -> Map.entry(get(row, "type", String.class), get(row, "many", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}

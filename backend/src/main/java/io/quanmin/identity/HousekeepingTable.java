package io.quanmin.identity;

import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows that are of no more use: ended sessions, forgotten attempts, codes that are used or expired. */
@Component
final class HousekeepingTable {

    private static final int AT_ONCE = 5_000;

    private static final List<String> SWEEPS = List.of(
            sweep("session", "expires_at < :before or revoked_at < :before"),
            sweep("desk_attempt", "failed_at < :before"),
            sweep("bind_code", "expires_at < :before"),
            sweep("service_ticket", "expires_at < :before"));

    private final DatabaseClient database;

    HousekeepingTable(DatabaseClient database) {
        this.database = database;
    }

    /** Drops a bounded number of what ended before a moment; how many rows went. */
    Mono<Long> sweep(String district, Instant before) {
        return Flux.fromIterable(SWEEPS)
                .concatMap(statement -> database.sql(statement)
                        .bind("district", district)
                        .bind("before", before)
                        .bind("most", AT_ONCE)
                        .fetch()
                        .rowsUpdated())
                .reduce(0L, Long::sum);
    }

    private static String sweep(String table, String ended) {
        return """
               delete from identity.%1$s where district = :district and ctid = any(array(
                      select ctid from identity.%1$s where district = :district and (%2$s) limit :most))
               """.formatted(table, ended);
    }
}

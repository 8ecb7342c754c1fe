package io.quanmin.suggestion;

import io.quanmin.kernel.CitySettings;
import java.time.Duration;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which node learns in a period: one, and another only where the first never finished. */
@Component
class TurnTable {

    private final DatabaseClient database;
    private final String city;

    TurnTable(DatabaseClient database, CitySettings city) {
        this.database = database;
        this.city = city.code();
    }

    /**
     * Whether it is this node's turn. The lease runs by the database's clock, because it is about nodes and not about business.
     *
     * @param period number of the period, growing with time
     */
    Mono<Boolean> take(long period, UUID node, Duration lease) {
        return database.sql("""
                        insert into suggestion.turn as turn (district, period, node, until, done)
                        values (:city, :period, :node, now() + :seconds * interval '1 second', false)
                        on conflict (district) do update
                            set period = excluded.period, node = excluded.node, until = excluded.until, done = false
                            where turn.period < excluded.period or (not turn.done and turn.until < now())
                        """)
                .bind("city", city)
                .bind("period", period)
                .bind("node", node)
                .bind("seconds", lease.toSeconds())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> done(long period, UUID node) {
        return database.sql("""
                        update suggestion.turn set done = true where district = :city and period = :period and node = :node
                        """)
                .bind("city", city)
                .bind("period", period)
                .bind("node", node)
                .then();
    }
}

package io.quanmin.casework;

import static io.quanmin.casework.Columns.get;
import static io.quanmin.casework.Columns.maybe;

import io.quanmin.kernel.Id;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Counts for the rates of units, out of the history of cases. */
@Component
class RatesTable {

    private static final int MOST = 1_000;
    private static final long ENDLESS = Long.MAX_VALUE;

    private final DatabaseClient database;

    RatesTable(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Counts by unit, for a period whose end is not part of it and not to come.
     *
     * @param area what the codes of the cases' areas begin with; absent for the whole city
     */
    Flux<OfUnit> count(Instant from, Instant to, @Nullable String area) {
        return database.sql(RatesQuery.COUNT)
                .bind("from", from)
                .bind("to", to)
                .bind("area", maybe(area, String.class))
                .bind("endless", ENDLESS)
                .bind("most", MOST)
                .map(row -> new OfUnit(Columns.id(row, "unit"), rates(row)))
                .all();
    }

    private static Rates rates(Readable row) {
        return new Rates(
                number(row, "received"),
                number(row, "answered"),
                number(row, "due"),
                number(row, "closed"),
                number(row, "on_time"),
                number(row, "asked"),
                number(row, "solved"),
                number(row, "rated"),
                number(row, "satisfied"),
                number(row, "ended"),
                number(row, "reopened"));
    }

    private static long number(Readable row, String column) {
        return get(row, column, Long.class);
    }

    /** @param unit absent for what citizens did themselves */
    record OfUnit(@Nullable Id unit, Rates rates) {}
}

package io.quanmin.casework;

import static io.quanmin.casework.Columns.get;
import static io.quanmin.casework.Columns.id;

import io.quanmin.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** What people decided about cases, without the people. */
@Component
class DecidedTable {

    private final DatabaseClient database;

    DecidedTable(DatabaseClient database) {
        this.database = database;
    }

    /** The newest cases a reviewer accepted: they alone are shown, and stay so. */
    Flux<Row> newest(int most) {
        return database.sql("""
                        select description, area, reported_at, type, case when not open then unit end as unit
                        from casework.case_file
                        where shown
                        order by reported_at desc, id desc
                        limit :most
                        """)
                .bind("most", most)
                .map(row -> new Row(
                        get(row, "description", String.class),
                        get(row, "area", String.class),
                        get(row, "reported_at", Instant.class),
                        get(row, "type", String.class),
                        id(row, "unit")))
                .all();
    }

    /** @param unit that handled it, once it is done */
    record Row(
            String description,
            String area,
            Instant reportedAt,
            String type,
            @Nullable Id unit) {}
}

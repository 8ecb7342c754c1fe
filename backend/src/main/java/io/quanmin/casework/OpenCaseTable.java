package io.quanmin.casework;

import io.quanmin.kernel.Id;
import io.quanmin.rulebook.ProblemType;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Open cases, one page after another. */
@Component
class OpenCaseTable {

    private final DatabaseClient database;

    OpenCaseTable(DatabaseClient database) {
        this.database = database;
    }

    /** In order of district and id. */
    Flux<OpenCase> after(@Nullable OpenCase last, int most) {
        return database.sql("""
                        select c.district, c.id, c.number, c.rules, c.type, c.difficulty, c.stage, c.area, coalesce(s.at, c.reported_at) as since
                        from casework.case_file c
                        left join lateral (
                            select at from casework.step s
                            where s.district = c.district and s.case_id = c.id and s.to_stage = c.stage and s.from_stage <> c.stage
                            order by version desc limit 1) s on true
                        where c.open and (c.district, c.id) > (:district, :id)
                        order by c.district, c.id limit :most
                        """)
                .bind("district", last == null ? "" : last.id().district())
                .bind(
                        "id",
                        last == null
                                ? Parameters.in(new UUID(0, 0))
                                : Parameters.in(last.id().value()))
                .bind("most", most)
                .map(OpenCaseTable::open)
                .all();
    }

    private static OpenCase open(Readable row) {
        return new OpenCase(
                new Id(get(row, "district", String.class), get(row, "id", UUID.class)),
                get(row, "number", String.class),
                get(row, "rules", Integer.class),
                get(row, "type", String.class),
                ProblemType.Difficulty.valueOf(get(row, "difficulty", String.class)),
                get(row, "stage", String.class),
                get(row, "area", String.class),
                get(row, "since", Instant.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}

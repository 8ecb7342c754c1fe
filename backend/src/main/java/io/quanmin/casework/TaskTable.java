package io.quanmin.casework;

import static io.quanmin.casework.Columns.get;
import static io.quanmin.casework.Columns.maybe;

import io.quanmin.kernel.Cursor;
import io.quanmin.kernel.PageRequest;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Open cases as work: what is due first comes first. */
@Component
class TaskTable {

    private static final Cursor FIRST = new Cursor(Instant.EPOCH, new UUID(0, 0));

    /** More than this nobody counts exactly. */
    private static final int COUNTED = 1_000;

    private static final String SLICE = """
            from casework.case_file file
            where open
            and (:stages::text[] is null or stage = any (:stages))
            and (not :dangerous or dangerous)
            and (:overdueAt::timestamptz is null or due_at <= :overdueAt)
            and (:area::text is null or starts_with(area, :area))
            and (:unit::text is null or unit = :unit)
            and reporter is distinct from :person
            and not exists (
                select from casework.step taken
                where taken.district = file.district and taken.case_id = file.id
                and taken.by_person = :person and taken.name = any (:not))
            """;

    private final DatabaseClient database;

    TaskTable(DatabaseClient database) {
        this.database = database;
    }

    Flux<Task> of(Slice slice, PageRequest page) {
        Cursor after = page.after().orElse(FIRST);
        GenericExecuteSpec select = database.sql("select *, coalesce(due_at, reported_at) as turn " + SLICE + """
                and (coalesce(due_at, reported_at), id) > (:at, :id)
                order by coalesce(due_at, reported_at), id
                limit :limit
                """)
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("limit", page.limit() + 1);
        return sliced(select, slice)
                .map(row -> new Task(CaseRow.file(row), get(row, "turn", Instant.class)))
                .all();
    }

    /** How many, up to a thousand. */
    Mono<Long> count(Slice slice) {
        GenericExecuteSpec select =
                database.sql("select count(*) from (select " + SLICE + " limit " + COUNTED + ") as counted");
        return sliced(select, slice).mapValue(Long.class).one();
    }

    private static GenericExecuteSpec sliced(GenericExecuteSpec select, Slice slice) {
        return select.bind("stages", array(slice.stages()))
                .bind("dangerous", slice.dangerous())
                .bind("overdueAt", maybe(slice.overdueAt(), Instant.class))
                .bind("area", maybe(slice.area(), String.class))
                .bind("unit", maybe(slice.unit()))
                .bind("person", slice.person().toString())
                .bind("not", array(slice.not()));
    }

    private static Parameter array(@Nullable Set<String> words) {
        return words == null ? Parameters.in(String[].class) : Parameters.in(words.toArray(String[]::new));
    }

    /** A case and when its turn is. */
    record Task(CaseFile file, Instant turn) {

        Cursor cursor() {
            return new Cursor(turn, file.id().value());
        }
    }
}

package io.quanmin.casework;

import static io.quanmin.casework.Columns.get;
import static io.quanmin.casework.Columns.maybe;

import io.quanmin.kernel.Id;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** What is shown beside cases in lists of work. */
@Component
class WorkTable {

    private final DatabaseClient database;

    WorkTable(DatabaseClient database) {
        this.database = database;
    }

    /**
     * How urgent some cases are, and the tasks of a unit in them.
     *
     * @param unit absent for who serves in none
     */
    Flux<Pressure> of(Collection<Id> cases, @Nullable Id unit) {
        return database.sql("""
                        select asked.district, asked.id, task.part, task.state, task.due_at, task.done_at,
                            (select count(*) from casework.step urge
                             where urge.district = asked.district and urge.case_id = asked.id and urge.name = 'urge') as urged,
                            (select count(*) from (
                                select person from casework.supporter own
                                where own.district = asked.district and own.case_id = asked.id
                                union
                                select other.person from casework.supporter other
                                join casework.case_file merged on merged.district = other.district and merged.id = other.case_id
                                where merged.merged_into = asked.text
                                union
                                select merged.reporter from casework.case_file merged
                                where merged.merged_into = asked.text and merged.reporter is not null
                                except
                                select file.reporter from casework.case_file file
                                where file.district = asked.district and file.id = asked.id) met) as supporters
                        from unnest(:districts::text[], :ids::uuid[], :texts::text[]) as asked (district, id, text)
                        left join casework.child_task task
                            on task.district = asked.district and task.case_id = asked.id and task.unit = :unit
                        """)
                .bind("districts", cases.stream().map(Id::district).toArray(String[]::new))
                .bind("ids", cases.stream().map(Id::value).toArray(UUID[]::new))
                .bind("texts", cases.stream().map(Id::toString).toArray(String[]::new))
                .bind("unit", maybe(unit))
                .map(WorkTable::pressure)
                .all();
    }

    private static Pressure pressure(Readable row) {
        String part = row.get("part", String.class);
        Id id = new Id(get(row, "district", String.class), get(row, "id", UUID.class));
        long urged = get(row, "urged", Long.class);
        long supporters = get(row, "supporters", Long.class);
        return new Pressure(id, urged, supporters, part == null ? null : task(row, part));
    }

    private static Task task(Readable row, String part) {
        return new Task(
                ChildTask.Part.valueOf(part),
                ChildTask.State.valueOf(get(row, "state", String.class)),
                get(row, "due_at", Instant.class),
                row.get("done_at", Instant.class));
    }

    /** @param task of the unit asked for, where it was called */
    record Pressure(
            Id caseId,
            long urged,
            long supporters,
            @Nullable Task task) {}

    /** @param doneAt absent while it is not */
    record Task(
            ChildTask.Part part,
            ChildTask.State state,
            Instant dueAt,
            @Nullable Instant doneAt) {}
}

package io.quanmin.casework;

import static io.quanmin.casework.Columns.get;
import static io.quanmin.casework.Columns.id;
import static io.quanmin.casework.Columns.maybe;

import io.quanmin.kernel.Id;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Child tasks of cases. Written only together with a step of the case, so that its version guards them. */
@Component
class ChildTaskTable {

    private final DatabaseClient database;

    ChildTaskTable(DatabaseClient database) {
        this.database = database;
    }

    /** The tasks of a case, the lead's first, then in the order they were called. */
    Flux<ChildTask> of(Id caseId) {
        return database.sql("""
                        select * from casework.child_task
                        where district = :district and case_id = :caseId
                        order by part <> 'LEAD', called_at, unit
                        """)
                .bind("district", caseId.district())
                .bind("caseId", caseId.value())
                .map(ChildTaskTable::task)
                .all();
    }

    /** Part of the transaction that moves the case; none is fine. */
    Mono<Void> save(Id caseId, List<ChildTask> tasks) {
        return Flux.fromIterable(tasks).concatMap(task -> save(caseId, task)).then();
    }

    private Mono<Void> save(Id caseId, ChildTask task) {
        return database.sql("""
                        insert into casework.child_task (
                            district, case_id, unit, part, state, called_at, due_at, signed_at, signed_by_person, done_at,
                            done_by_person, words, version, warned, late)
                        values (
                            :district, :caseId, :unit, :part, :state, :calledAt, :dueAt, :signedAt, :signedBy, :doneAt, :doneBy,
                            :words, :version, :warned, :late)
                        on conflict (district, case_id, unit) do update
                        set part = excluded.part, state = excluded.state, called_at = excluded.called_at,
                            due_at = excluded.due_at, signed_at = excluded.signed_at,
                            signed_by_person = excluded.signed_by_person, done_at = excluded.done_at,
                            done_by_person = excluded.done_by_person, words = excluded.words, version = excluded.version,
                            warned = excluded.warned, late = excluded.late
                        """)
                .bind("district", caseId.district())
                .bind("caseId", caseId.value())
                .bind("unit", task.unit().toString())
                .bind("part", task.part().name())
                .bind("state", task.state().name())
                .bind("calledAt", task.calledAt())
                .bind("dueAt", task.dueAt())
                .bind("signedAt", maybe(task.signedAt(), Instant.class))
                .bind("signedBy", maybe(task.signedBy()))
                .bind("doneAt", maybe(task.doneAt(), Instant.class))
                .bind("doneBy", maybe(task.doneBy()))
                .bind("words", maybe(task.words(), String.class))
                .bind("version", maybe(task.version(), Long.class))
                .bind("warned", task.warned())
                .bind("late", task.late())
                .then();
    }

    private static ChildTask task(Readable row) {
        return new ChildTask(
                Id.parse(get(row, "unit", String.class)),
                ChildTask.Part.valueOf(get(row, "part", String.class)),
                ChildTask.State.valueOf(get(row, "state", String.class)),
                get(row, "called_at", Instant.class),
                get(row, "due_at", Instant.class),
                row.get("signed_at", Instant.class),
                id(row, "signed_by_person"),
                row.get("done_at", Instant.class),
                id(row, "done_by_person"),
                row.get("words", String.class),
                row.get("version", Long.class),
                get(row, "warned", Boolean.class),
                get(row, "late", Boolean.class));
    }
}

package io.quanmin.casework;

import static io.quanmin.casework.Columns.get;
import static io.quanmin.casework.Columns.id;
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
import reactor.core.publisher.Mono;

/** Who in a unit sees to its task in a case. Written while the case is locked. */
@Component
class AssignmentTable {

    private final DatabaseClient database;

    AssignmentTable(DatabaseClient database) {
        this.database = database;
    }

    /** Writes down who sees to it from now on; who did before no longer does. */
    Mono<Void> add(Assignment assignment) {
        return end(assignment).then(insert(assignment));
    }

    private Mono<Void> end(Assignment next) {
        return database.sql("""
                        update casework.assignment set ended_at = :at
                        where district = :district and case_id = :caseId and unit = :unit and ended_at is null
                        """)
                .bind("at", next.at())
                .bind("district", next.caseId().district())
                .bind("caseId", next.caseId().value())
                .bind("unit", next.unit().toString())
                .then();
    }

    private Mono<Void> insert(Assignment next) {
        return database.sql("""
                        insert into casework.assignment (
                            district, id, case_id, unit, person, by_person, version, stage, at, taken, ended_at)
                        values (:district, :id, :caseId, :unit, :person, :by, :version, :stage, :at, :taken, :ended)
                        """)
                .bind("district", next.caseId().district())
                .bind("id", next.id().value())
                .bind("caseId", next.caseId().value())
                .bind("unit", next.unit().toString())
                .bind("person", maybe(next.person()))
                .bind("by", maybe(next.by()))
                .bind("version", next.version())
                .bind("stage", next.stage())
                .bind("at", next.at())
                .bind("taken", next.taken())
                .bind("ended", maybe(next.taken() ? next.at() : null, Instant.class))
                .then();
    }

    /** Nobody sees to a task that left its unit, or that is done. Part of the transaction that moves the case. */
    Mono<Void> leave(Id caseId, Instant at) {
        return database.sql("""
                        update casework.assignment present set ended_at = :at
                        where district = :district and case_id = :caseId and ended_at is null
                        and not exists (
                            select from casework.case_file file
                            where file.district = present.district and file.id = present.case_id
                            and file.open and file.unit = present.unit)
                        and not exists (
                            select from casework.child_task task
                            where task.district = present.district and task.case_id = present.case_id
                            and task.unit = present.unit and task.state in ('CALLED', 'SIGNED'))
                        """)
                .bind("at", at)
                .bind("district", caseId.district())
                .bind("caseId", caseId.value())
                .then();
    }

    /** Who sees to a unit's task in a case now; empty while nobody does. */
    Mono<Assignment> present(Id caseId, Id unit) {
        return database.sql("""
                        select * from casework.assignment
                        where district = :district and case_id = :caseId and unit = :unit and ended_at is null
                        """)
                .bind("district", caseId.district())
                .bind("caseId", caseId.value())
                .bind("unit", unit.toString())
                .map(AssignmentTable::assignment)
                .one();
    }

    /** Who sees to tasks in some cases now, in whichever units. */
    Flux<Assignment> present(Collection<Id> cases) {
        return database.sql("""
                        select assignment.*
                        from casework.assignment
                        join unnest(:districts, :cases) as asked (district, case_id)
                            on assignment.district = asked.district and assignment.case_id = asked.case_id
                        where assignment.ended_at is null
                        """)
                .bind("districts", cases.stream().map(Id::district).toArray(String[]::new))
                .bind("cases", cases.stream().map(Id::value).toArray(UUID[]::new))
                .map(AssignmentTable::assignment)
                .all();
    }

    /** All that were made in a case, oldest first, at most so many. */
    Flux<Assignment> of(Id caseId, int most) {
        return database.sql("""
                        select * from casework.assignment
                        where district = :district and case_id = :caseId order by at, id limit :most
                        """)
                .bind("district", caseId.district())
                .bind("caseId", caseId.value())
                .bind("most", most)
                .map(AssignmentTable::assignment)
                .all();
    }

    /** How many tasks of a unit each of its people sees to. */
    Flux<Load> loads(Id unit) {
        return database.sql("""
                        select person, count(*) as tasks from casework.assignment
                        where unit = :unit and ended_at is null and person is not null
                        group by person
                        """)
                .bind("unit", unit.toString())
                .map(row -> new Load(Id.parse(get(row, "person", String.class)), get(row, "tasks", Long.class)))
                .all();
    }

    private static Assignment assignment(Readable row) {
        String district = get(row, "district", String.class);
        return new Assignment(
                new Id(district, get(row, "id", UUID.class)),
                new Id(district, get(row, "case_id", UUID.class)),
                Id.parse(get(row, "unit", String.class)),
                id(row, "person"),
                id(row, "by_person"),
                get(row, "version", Long.class),
                get(row, "stage", String.class),
                get(row, "at", Instant.class),
                get(row, "taken", Boolean.class),
                row.get("ended_at", Instant.class) == null);
    }

    /**
     * That somebody was to see to a unit's task.
     *
     * @param person absent where the task was taken back, and once the account is erased
     * @param by who said so; absent once the account is erased
     * @param version of the case then
     * @param stage of the case then
     * @param taken whether the task was taken back
     * @param present whether it still holds
     */
    record Assignment(
            Id id,
            Id caseId,
            Id unit,
            @Nullable Id person,
            @Nullable Id by,
            long version,
            String stage,
            Instant at,
            boolean taken,
            boolean present) {}

    /** How much somebody has to see to. */
    record Load(Id person, long tasks) {}
}

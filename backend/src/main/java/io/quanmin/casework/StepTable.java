package io.quanmin.casework;

import static io.quanmin.casework.CaseTable.linked;
import static io.quanmin.casework.Columns.get;
import static io.quanmin.casework.Columns.id;
import static io.quanmin.casework.Columns.maybe;

import io.quanmin.kernel.Id;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What happened to cases. Rows are only added. */
@Component
class StepTable {

    private final DatabaseClient database;

    StepTable(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(Id caseId, TakenStep step) {
        return linked(database.sql("""
                        insert into casework.step (
                            district, case_id, version, name, from_stage, to_stage, at, by_person, capacity, by_unit, note, reason,
                            type, difficulty, mode, level, unit, holder_person, due_at, hours)
                        values (
                            :district, :caseId, :version, :name, :fromStage, :toStage, :at, :by, :capacity, :byUnit, :note, :reason,
                            :type, :difficulty, :mode, :level, :unit, :holder, :dueAt, :hours)
                        """), step.linkage())
                .bind("district", caseId.district())
                .bind("caseId", caseId.value())
                .bind("version", step.version())
                .bind("name", step.name())
                .bind("fromStage", step.from())
                .bind("toStage", step.to())
                .bind("at", step.at())
                .bind("by", maybe(step.by()))
                .bind("capacity", step.capacity())
                .bind("byUnit", maybe(step.byUnit()))
                .bind("note", maybe(step.note(), String.class))
                .bind("reason", maybe(step.reason(), String.class))
                .bind("type", step.type())
                .bind("dueAt", maybe(step.dueAt(), Instant.class))
                .bind("hours", maybe(step.hours(), Integer.class))
                .then();
    }

    /** Which of these cases the working group keeps an eye on. */
    Flux<Id> supervised(Collection<Id> cases) {
        return database.sql("""
                        select distinct step.district, step.case_id
                        from unnest(:districts::text[], :ids::uuid[]) as asked (district, id)
                        join casework.step step on step.district = asked.district and step.case_id = asked.id
                        where step.name = 'supervise'
                        """)
                .bind("districts", cases.stream().map(Id::district).toArray(String[]::new))
                .bind("ids", cases.stream().map(Id::value).toArray(UUID[]::new))
                .map(row -> new Id(get(row, "district", String.class), get(row, "case_id", UUID.class)))
                .all();
    }

    /** The history of a case, oldest first. */
    Flux<TakenStep> of(Id caseId) {
        return database.sql("""
                        select * from casework.step where district = :district and case_id = :caseId order by version
                        """)
                .bind("district", caseId.district())
                .bind("caseId", caseId.value())
                .map(StepTable::step)
                .all();
    }

    /** What the public reads of why these steps were taken, by the version of the case each made: without numbers that lead to somebody. */
    Mono<Map<Long, String>> publicReasons(Id caseId, Set<String> names) {
        return database.sql("""
                        select version, casework.masked(reason) as reason from casework.step
                        where district = :district and case_id = :caseId and reason is not null and name = any(:names)
                        """)
                .bind("district", caseId.district())
                .bind("caseId", caseId.value())
                .bind("names", names.toArray(String[]::new))
                .map(row -> Map.entry(get(row, "version", Long.class), get(row, "reason", String.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static TakenStep step(Readable row) {
        return new TakenStep(
                get(row, "version", Long.class),
                get(row, "name", String.class),
                get(row, "from_stage", String.class),
                get(row, "to_stage", String.class),
                get(row, "at", Instant.class),
                id(row, "by_person"),
                get(row, "capacity", String.class),
                id(row, "by_unit"),
                row.get("note", String.class),
                row.get("reason", String.class),
                get(row, "type", String.class),
                CaseRow.linkage(row),
                row.get("due_at", Instant.class),
                row.get("hours", Integer.class));
    }
}

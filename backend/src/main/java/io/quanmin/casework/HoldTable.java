package io.quanmin.casework;

import static io.quanmin.casework.Columns.get;

import io.quanmin.kernel.Id;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who is at work on which case, and until when by the database's clock. */
@Component
class HoldTable {

    private final DatabaseClient database;

    HoldTable(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Takes a case, or holds on to it.
     *
     * @param over whose hold may be taken over: one's own, and that of whom one stands in for
     * @return the hold; empty when somebody else has it
     */
    Mono<Hold> take(Id caseId, Id person, Collection<Id> over, Duration lease) {
        return of(database.sql("""
                        insert into casework.hold (district, case_id, person, until)
                        values (:district, :caseId, :person, clock_timestamp() + :lease * interval '1 millisecond')
                        on conflict (district, case_id) do update set person = excluded.person, until = excluded.until
                        where hold.until <= clock_timestamp() or hold.person = any (:over)
                        returning *
                        """), caseId)
                .bind("person", person.toString())
                .bind("over", texts(over))
                .bind("lease", lease.toMillis())
                .map(HoldTable::hold)
                .one();
    }

    /** Lets go of a case; nothing where somebody else has it. */
    Mono<Long> release(Id caseId, Collection<Id> persons) {
        return of(database.sql("""
                        delete from casework.hold
                        where district = :district and case_id = :caseId and person = any (:persons)
                        """), caseId)
                .bind("persons", texts(persons))
                .fetch()
                .rowsUpdated();
    }

    /** Lets go of a case whoever has it. */
    Mono<Void> end(Id caseId) {
        return of(database.sql("delete from casework.hold where district = :district and case_id = :caseId"), caseId)
                .then();
    }

    /** The holds on cases that have not run out. */
    Flux<Hold> on(Collection<Id> cases) {
        return database.sql("""
                        select hold.*
                        from casework.hold
                        join unnest(:districts, :cases) as asked (district, case_id)
                            on hold.district = asked.district and hold.case_id = asked.case_id
                        where hold.until > clock_timestamp()
                        """)
                .bind("districts", cases.stream().map(Id::district).toArray(String[]::new))
                .bind("cases", cases.stream().map(Id::value).toArray(UUID[]::new))
                .map(HoldTable::hold)
                .all();
    }

    /** The hold on a case that has not run out; empty when there is none. */
    Mono<Hold> on(Id caseId) {
        return on(List.of(caseId)).next();
    }

    /** Forgets what ran out. */
    Mono<Long> sweep(int most) {
        return database.sql("""
                        delete from casework.hold
                        where ctid in (select ctid from casework.hold where until <= clock_timestamp() limit :most)
                        """).bind("most", most).fetch().rowsUpdated();
    }

    private static GenericExecuteSpec of(GenericExecuteSpec statement, Id caseId) {
        return statement.bind("district", caseId.district()).bind("caseId", caseId.value());
    }

    private static String[] texts(Collection<Id> persons) {
        return persons.stream().map(Id::toString).toArray(String[]::new);
    }

    private static Hold hold(Readable row) {
        return new Hold(
                new Id(get(row, "district", String.class), get(row, "case_id", UUID.class)),
                Id.parse(get(row, "person", String.class)),
                get(row, "until", Instant.class));
    }

    /** Somebody at work on a case. */
    record Hold(Id caseId, Id person, Instant until) {}
}

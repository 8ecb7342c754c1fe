package io.quanmin.casework;

import static io.quanmin.casework.Columns.get;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.KeyReused;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Commands carried out, by person and {@code Idempotency-Key}. */
@Component
class CommandTable {

    private final DatabaseClient database;

    CommandTable(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Writes a command down in the caller's transaction. The same one at the same moment waits here until the first has
     * committed.
     *
     * @return whether it is new
     */
    Mono<Boolean> claim(Command command, Id caseId, Instant at) {
        return database.sql("""
                        insert into casework.command (district, person, key, body, case_id, at)
                        values (:district, :person, :key, :body, :caseId, :at)
                        on conflict do nothing
                        """)
                .bind("district", command.person().district())
                .bind("person", command.person().toString())
                .bind("key", command.key())
                .bind("body", command.digest())
                .bind("caseId", caseId.toString())
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** What a command was carried out on; fails with {@link KeyReused} when its key was another's, empty when it was not. */
    Mono<Id> done(Command command) {
        return database.sql("""
                        select body, case_id from casework.command
                        where district = :district and person = :person and key = :key
                        """)
                .bind("district", command.person().district())
                .bind("person", command.person().toString())
                .bind("key", command.key())
                .map(row -> command.sameAs(get(row, "body", byte[].class), get(row, "case_id", String.class)))
                .one();
    }

    /** Forgets commands older than a moment, at most so many at once. */
    Mono<Long> forget(Instant before, int most) {
        return database.sql("""
                        delete from casework.command
                        where ctid in (select ctid from casework.command where at < :before limit :most)
                        """)
                .bind("before", before)
                .bind("most", most)
                .fetch()
                .rowsUpdated();
    }
}

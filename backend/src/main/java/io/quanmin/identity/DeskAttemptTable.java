package io.quanmin.identity;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Attempts at the desk, by login, whether there is such a login or not. */
@Component
final class DeskAttemptTable {

    private final DatabaseClient database;

    DeskAttemptTable(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Counts an attempt before it is judged, so that a burst gets no more guesses than a row of single ones.
     *
     * @param most so many are judged; while the last of them counts, further ones change nothing
     * @param forgottenBefore a failure before this no longer counts
     */
    Mono<Counted> count(Attempt attempt, int most, Instant forgottenBefore) {
        return database.sql("""
                        insert into identity.desk_attempt as a (district, login, failures, failed_at)
                        values (:district, :login, 1, :now)
                        on conflict (district, login) do update
                           set failures = case when a.failed_at < :forgotten then 1
                                               else least(a.failures, :most) + 1 end,
                               failed_at = case when a.failed_at >= :forgotten and a.failures >= :most
                                                then a.failed_at else :now end
                        returning failures, failed_at
                        """)
                .bind("district", attempt.district())
                .bind("login", attempt.login())
                .bind("now", attempt.at())
                .bind("forgotten", forgottenBefore)
                .bind("most", most)
                .map(row -> new Counted(
                        Sql.value(row, "failures", Integer.class), Sql.value(row, "failed_at", Instant.class)))
                .one();
    }

    /** The password was right: what failed before is forgotten. */
    Mono<Void> forget(Attempt attempt) {
        return database.sql("delete from identity.desk_attempt where district = :district and login = :login")
                .bind("district", attempt.district())
                .bind("login", attempt.login())
                .then();
    }

    /** Somebody tries to log in. */
    record Attempt(String district, String login, Instant at) {}

    /** The attempts that count, this one among them, and when the last was that may have been judged. */
    record Counted(int failures, Instant failedAt) {}
}

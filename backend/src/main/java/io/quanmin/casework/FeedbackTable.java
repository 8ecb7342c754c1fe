package io.quanmin.casework;

import static io.quanmin.casework.Columns.get;
import static io.quanmin.casework.Columns.maybe;

import io.quanmin.kernel.Id;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What reporters said of results. */
@Component
class FeedbackTable {

    private final DatabaseClient database;

    FeedbackTable(DatabaseClient database) {
        this.database = database;
    }

    /** What was said of a case on the telephone or elsewhere, the latest first, at most so many. */
    Flux<Feedback> of(Id caseId, int most) {
        return database.sql("""
                        select * from casework.feedback where district = :district and case_id = :caseId
                        order by at desc, id desc limit :most
                        """)
                .bind("district", caseId.district())
                .bind("caseId", caseId.value())
                .bind("most", most)
                .map(FeedbackTable::feedback)
                .all();
    }

    private static Feedback feedback(Readable row) {
        return new Feedback(
                new Id(get(row, "district", String.class), get(row, "id", UUID.class)),
                Feedback.Via.valueOf(get(row, "via", String.class)),
                get(row, "reached", Boolean.class),
                row.get("solved", Boolean.class),
                row.get("satisfied", Boolean.class),
                row.get("stars", Integer.class),
                row.get("words", String.class),
                get(row, "at", Instant.class),
                Columns.id(row, "by_person"));
    }

    Mono<Void> add(Id caseId, Feedback said) {
        return database.sql("""
                        insert into casework.feedback (
                            district, id, case_id, via, reached, solved, satisfied, stars, words, at, by_person)
                        values (:district, :id, :caseId, :via, :reached, :solved, :satisfied, :stars, :words, :at, :by)
                        """)
                .bind("district", caseId.district())
                .bind("id", said.id().value())
                .bind("caseId", caseId.value())
                .bind("via", said.via().name())
                .bind("reached", said.reached())
                .bind("solved", maybe(said.solved(), Boolean.class))
                .bind("satisfied", maybe(said.satisfied(), Boolean.class))
                .bind("stars", maybe(said.stars(), Integer.class))
                .bind("words", maybe(said.words(), String.class))
                .bind("at", said.at())
                .bind("by", maybe(said.by()))
                .then();
    }
}

package io.quanmin.volunteer;

import static io.quanmin.volunteer.Columns.get;
import static io.quanmin.volunteer.Columns.maybe;
import static io.quanmin.volunteer.Columns.texts;

import io.quanmin.kernel.Id;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The quiz each person has before them, or failed last. */
@Component
class QuizTable {

    private final DatabaseClient database;

    QuizTable(DatabaseClient database) {
        this.database = database;
    }

    Mono<Drawn> find(Id person) {
        return one("select * from volunteer.quiz where district = :district and person = :person", person)
                .map(row -> new Drawn(
                        get(row, "rules", Integer.class), texts(row, "questions"), row.get("failed_at", Instant.class)))
                .one();
    }

    /** Lays questions before somebody; whoever has some already keeps those. */
    Mono<Void> draw(Id person, int rules, List<String> questions, Instant at) {
        return one("""
                        insert into volunteer.quiz as quiz (district, person, rules, questions, drawn_at)
                        values (:district, :person, :rules, :questions, :at)
                        on conflict (district, person) do update
                        set rules = excluded.rules, questions = excluded.questions, drawn_at = excluded.drawn_at
                        where quiz.questions = '{}'
                        """, person)
                .bind("rules", rules)
                .bind("questions", questions.toArray(String[]::new))
                .bind("at", at)
                .then();
    }

    /**
     * The answers were given; the questions are gone.
     *
     * @param failedAt absent for who passed
     * @return how many rows: none when they were given already
     */
    Mono<Long> done(Id person, List<String> questions, @Nullable Instant failedAt) {
        return one("""
                        update volunteer.quiz set questions = '{}', failed_at = :failedAt
                        where district = :district and person = :person and questions = :questions
                        """, person)
                .bind("questions", questions.toArray(String[]::new))
                .bind("failedAt", maybe(failedAt, Instant.class))
                .fetch()
                .rowsUpdated();
    }

    Mono<Void> remove(Id person) {
        return one("delete from volunteer.quiz where district = :district and person = :person", person)
                .then();
    }

    private GenericExecuteSpec one(String sql, Id person) {
        return database.sql(sql).bind("district", person.district()).bind("person", person.toString());
    }

    /**
     * @param rules version of the rulebook the questions are of
     * @param questions codes; none once answered
     */
    record Drawn(
            int rules, List<String> questions, @Nullable Instant failedAt) {}
}

package io.quanmin.casework;

import static io.quanmin.casework.Columns.get;

import io.quanmin.kernel.Id;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Volunteers in the asks of casework: found for the export, taken out, or handed over to another account of theirs. */
@Component
class AskPersonTable {

    private static final int MOST = 1_000;

    private final DatabaseClient database;

    AskPersonTable(DatabaseClient database) {
        this.database = database;
    }

    /** What somebody was asked and answered, the newest thousand. */
    Flux<Trace> of(Id person) {
        return database.sql("""
                        select file.number, ask.asked_at, ask.answer, ask.note, ask.distance
                        from casework.ask ask
                        join casework.case_file file on file.district = ask.district and file.id = ask.case_id
                        where ask.person = :person order by ask.asked_at desc, ask.id desc limit :most
                        """)
                .bind("person", person.toString())
                .bind("most", MOST)
                .map(row -> new Trace(
                        get(row, "number", String.class),
                        get(row, "asked_at", Instant.class),
                        row.get("answer", String.class),
                        row.get("note", String.class),
                        row.get("distance", Double.class)))
                .all();
    }

    /** Takes a person out; their words, which may name them, go too. Unanswered asks go altogether. */
    Mono<Void> erase(Id person) {
        return each(
                person,
                List.of(
                        "delete from casework.ask where person = :person and answer is null",
                        "update casework.ask set person = null, note = null where person = :person"));
    }

    /** What one account was asked becomes the other's; an ask both had stays once, the answered one before the other. */
    Mono<Void> handOver(Id person, Id into) {
        return Flux.just("""
                        delete from casework.ask twin using casework.ask mine
                        where mine.district = twin.district and mine.case_id = twin.case_id and mine.version = twin.version
                          and mine.person in (:person, :into) and twin.person in (:person, :into) and mine.person <> twin.person
                          and (twin.answer is null and mine.answer is not null
                               or (twin.answer is null) = (mine.answer is null) and twin.person = :person)
                        """, "update casework.ask set person = :into where person = :person")
                .concatMap(statement -> database.sql(statement)
                        .bind("person", person.toString())
                        .bind("into", into.toString())
                        .fetch()
                        .rowsUpdated())
                .then();
    }

    private Mono<Void> each(Id person, List<String> statements) {
        return Flux.fromIterable(statements)
                .concatMap(statement -> database.sql(statement)
                        .bind("person", person.toString())
                        .fetch()
                        .rowsUpdated())
                .then();
    }

    /** An ask, for the export. */
    record Trace(
            String number,
            Instant askedAt,
            @Nullable String answer,
            @Nullable String note,
            @Nullable Double distance) {}
}

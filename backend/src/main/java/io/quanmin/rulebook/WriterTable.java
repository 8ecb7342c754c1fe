package io.quanmin.rulebook;

import io.quanmin.kernel.Id;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who wrote on drafts: found for the export, taken out, or handed over to another account of theirs. */
@Component
class WriterTable {

    private static final int MOST = 1_000;

    private final DatabaseClient database;

    WriterTable(DatabaseClient database) {
        this.database = database;
    }

    /** Names of the drafts somebody wrote on. */
    Flux<String> drafts(Id person) {
        return database.sql("""
                        select d.name from rulebook.draft_editor e
                        join rulebook.draft d on d.district = e.district and d.id = e.draft
                        where e.person = :person order by d.begun_at desc limit :most
                        """)
                .bind("person", person.toString())
                .bind("most", MOST)
                .map(row -> Objects.requireNonNull(row.get("name", String.class)))
                .all();
    }

    Mono<Void> erase(Id person) {
        return database.sql("delete from rulebook.draft_editor where person = :person")
                .bind("person", person.toString())
                .then()
                .then(database.sql("update rulebook.draft set author_person = null where author_person = :person")
                        .bind("person", person.toString())
                        .then());
    }

    Mono<Void> handOver(Id person, Id into) {
        return database.sql("""
                        insert into rulebook.draft_editor (district, draft, person)
                        select district, draft, :into from rulebook.draft_editor where person = :person
                        on conflict do nothing
                        """)
                .bind("person", person.toString())
                .bind("into", into.toString())
                .then()
                .then(database.sql("delete from rulebook.draft_editor where person = :person")
                        .bind("person", person.toString())
                        .then())
                .then(database.sql("update rulebook.draft set author_person = :into where author_person = :person")
                        .bind("person", person.toString())
                        .bind("into", into.toString())
                        .then());
    }
}

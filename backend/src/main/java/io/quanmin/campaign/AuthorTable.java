package io.quanmin.campaign;

import io.quanmin.kernel.Id;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Authors of articles: found for the export, taken out, or handed over to another account of theirs. */
@Component
class AuthorTable {

    private static final int MOST = 1_000;

    private final DatabaseClient database;

    AuthorTable(DatabaseClient database) {
        this.database = database;
    }

    /** Titles of what somebody wrote, newest first, up to a thousand. */
    Flux<String> titles(Id author) {
        return database.sql("""
                        select title from campaign.article where author = :author order by made_at desc limit :most
                        """)
                .bind("author", author.toString())
                .bind("most", MOST)
                .map(row -> Objects.requireNonNull(row.get("title", String.class)))
                .all();
    }

    Mono<Void> erase(Id person) {
        return database.sql("""
                        update campaign.article
                        set author = nullif(author, :person), editor_person = nullif(editor_person, :person)
                        where :person in (author, editor_person)
                        """).bind("person", person.toString()).then();
    }

    /** A key both accounts used stays with the one it was used by: it answers for nothing any more. */
    Mono<Void> handOver(Id person, Id into) {
        return database.sql("""
                        update campaign.article mine
                        set author = case when author = :person then :into else author end,
                            editor_person = case when editor_person = :person then :into else editor_person end,
                            made_key = case when author = :person and exists (
                                select from campaign.article theirs
                                where theirs.district = mine.district and theirs.author = :into
                                and theirs.made_key = mine.made_key)
                            then mine.id::text else made_key end
                        where :person in (author, editor_person)
                        """)
                .bind("person", person.toString())
                .bind("into", into.toString())
                .then();
    }
}

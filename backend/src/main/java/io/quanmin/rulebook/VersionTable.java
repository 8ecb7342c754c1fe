package io.quanmin.rulebook;

import io.quanmin.kernel.NoSuchThing;
import io.quanmin.kernel.Reactive;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Versions of the rulebook as rows; a version, once written, never changes. */
@Component
class VersionTable implements Versions {

    private final DatabaseClient database;
    private final ObjectReader books;
    private final JsonMapper json;

    VersionTable(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
        this.books = json.readerFor(Book.class)
                .with(
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
    }

    /** The versions after a number, checked; fails with {@link InvalidRulebook} at the first that cannot be used. */
    Flux<Rules> after(int number) {
        return database.sql("""
                        select number, effective_from, content
                        from rulebook.version
                        where number > :number
                        order by number
                        """).bind("number", number).map(this::rules).all();
    }

    private Rules rules(Readable row) {
        int number = Objects.requireNonNull(row.get("number", Integer.class));
        Instant effectiveFrom = Objects.requireNonNull(row.get("effective_from", Instant.class));
        String content = Objects.requireNonNull(row.get("content", String.class));
        return RulesCheck.checked(book(number, content).rules(number, effectiveFrom));
    }

    /** Nothing of a book may be missing. */
    private Book book(int number, String content) {
        try {
            return books.readValue(content);
        } catch (JacksonException unreadable) {
            throw new InvalidRulebook(number, "its content cannot be read (" + unreadable.getOriginalMessage() + ")");
        }
    }

    @Override
    public Flux<Approved> before(int number, int most) {
        return database.sql("""
                        select number, effective_from, approved_by, approved_at
                        from rulebook.version where number < :number order by number desc limit :most
                        """)
                .bind("number", number)
                .bind("most", most)
                .map(VersionTable::approved)
                .all();
    }

    @Override
    public Mono<Content> content(int number) {
        return database.sql("select * from rulebook.version where number = :number")
                .bind("number", number)
                .map(row -> new Content(
                        approved(row), json.readTree(Objects.requireNonNull(row.get("content", String.class)))))
                .one()
                .transform(Reactive.orFail(NoSuchThing::new));
    }

    /** The number of the latest version, in force or not yet. */
    Mono<Integer> newest() {
        return database.sql("select max(number) as number from rulebook.version")
                .map(row -> Objects.requireNonNull(row.get("number", Integer.class)))
                .one();
    }

    /** When a version takes effect, or did. */
    Mono<Instant> effectiveFrom(int number) {
        return database.sql("select effective_from from rulebook.version where number = :number")
                .bind("number", number)
                .map(row -> Objects.requireNonNull(row.get("effective_from", Instant.class)))
                .one();
    }

    /** Nobody else adds a version until the transaction ends. */
    Mono<Void> lock() {
        return database.sql("lock table rulebook.version in share row exclusive mode")
                .then();
    }

    Mono<Void> add(Approved version, JsonNode content) {
        return database.sql("""
                        insert into rulebook.version (number, effective_from, approved_by, approved_at, content)
                        values (:number, :effective, :by, :at, cast(:content as jsonb))
                        """)
                .bind("number", version.number())
                .bind("effective", version.effectiveFrom())
                .bind("by", version.approvedBy())
                .bind("at", version.approvedAt())
                .bind("content", content.toString())
                .then();
    }

    private static Approved approved(Readable row) {
        return new Approved(
                Objects.requireNonNull(row.get("number", Integer.class)),
                Objects.requireNonNull(row.get("effective_from", Instant.class)),
                Objects.requireNonNull(row.get("approved_by", String.class)),
                Objects.requireNonNull(row.get("approved_at", Instant.class)));
    }
}

package io.quanmin.rulebook;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Versions of the rulebook as rows; a version, once written, never changes. */
@Component
class VersionTable {

    private final DatabaseClient database;
    private final ObjectReader books;

    VersionTable(DatabaseClient database, JsonMapper json) {
        this.database = database;
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
}

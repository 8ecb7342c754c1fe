package io.quanmin.rulebook;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.Cursor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.PageRequest;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Drafts as rows, and who wrote on them. Content is text: what is not sound yet need not be what a database takes for JSON. */
@Component
class DraftTable {

    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));
    private static final int MOST_EDITORS = 1_000;

    private final DatabaseClient database;
    private final CitySettings city;
    private final JsonMapper json;

    DraftTable(DatabaseClient database, CitySettings city, JsonMapper json) {
        this.database = database;
        this.city = city;
        this.json = json;
    }

    Mono<Void> insert(Draft draft) {
        return database.sql("""
                        insert into rulebook.draft (
                            district, id, name, base, source, version, state, content, author_person, begun_at, changed_at)
                        values (:district, :id, :name, :base, :source, :version, :state, :content, :author, :at, :at)
                        """)
                .bind("district", draft.id().district())
                .bind("id", draft.id().value())
                .bind("name", draft.name())
                .bind("base", draft.base())
                .bind("source", draft.source())
                .bind("version", draft.version())
                .bind("state", draft.state().name())
                .bind("content", draft.content().toString())
                .bind("author", Objects.requireNonNull(draft.author()).toString())
                .bind("at", draft.begunAt())
                .then();
    }

    Mono<Draft> find(Id id) {
        return database.sql("select * from rulebook.draft where district = :district and id = :id")
                .bind("district", id.district())
                .bind("id", id.value())
                .map(this::draft)
                .one();
    }

    Flux<Draft> page(PageRequest page) {
        Cursor after = page.after().orElse(NEWEST);
        return database.sql("""
                        select * from rulebook.draft
                        where district = :district and (begun_at, id) < (:at, :id)
                        order by begun_at desc, id desc limit :limit
                        """)
                .bind("district", city.code())
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("limit", page.limit() + 1)
                .map(this::draft)
                .all();
    }

    /** Writes the next version of a draft unless somebody else did meanwhile: the number of rows, 1 or 0. */
    Mono<Long> change(Draft next) {
        return database.sql("""
                        update rulebook.draft
                        set name = :name, base = :base, source = :source, version = :version, state = :state, content = :content,
                            changed_at = :at, number = :number
                        where district = :district and id = :id and version = :version - 1
                        """)
                .bind("district", next.id().district())
                .bind("id", next.id().value())
                .bind("name", next.name())
                .bind("base", next.base())
                .bind("source", next.source())
                .bind("version", next.version())
                .bind("state", next.state().name())
                .bind("content", next.content().toString())
                .bind("at", next.changedAt())
                .bind("number", next.number() == null ? Parameters.in(Integer.class) : Parameters.in(next.number()))
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> drop(Id id) {
        return database.sql("delete from rulebook.draft where district = :district and id = :id and state = 'OPEN'")
                .bind("district", id.district())
                .bind("id", id.value())
                .fetch()
                .rowsUpdated();
    }

    Mono<Void> edited(Id draft, Id person) {
        return database.sql("""
                        insert into rulebook.draft_editor (district, draft, person) values (:district, :draft, :person)
                        on conflict do nothing
                        """)
                .bind("district", draft.district())
                .bind("draft", draft.value())
                .bind("person", person.toString())
                .then();
    }

    Flux<Id> editors(Id draft) {
        return database.sql("""
                        select person from rulebook.draft_editor where district = :district and draft = :draft limit :most
                        """)
                .bind("district", draft.district())
                .bind("draft", draft.value())
                .bind("most", MOST_EDITORS)
                .map(row -> Id.parse(get(row, "person", String.class)))
                .all();
    }

    private Draft draft(Readable row) {
        return new Draft(
                new Id(get(row, "district", String.class), get(row, "id", UUID.class)),
                get(row, "name", String.class),
                get(row, "base", Integer.class),
                get(row, "source", Integer.class),
                get(row, "version", Long.class),
                Draft.State.valueOf(get(row, "state", String.class)),
                json.readTree(get(row, "content", String.class)),
                author(row.get("author_person", String.class)),
                get(row, "begun_at", Instant.class),
                get(row, "changed_at", Instant.class),
                row.get("number", Integer.class));
    }

    private static @Nullable Id author(@Nullable String text) {
        return text == null ? null : Id.parse(text);
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}

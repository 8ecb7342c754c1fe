package io.quanmin.casework;

import static io.quanmin.casework.Columns.get;
import static io.quanmin.casework.Columns.id;
import static io.quanmin.casework.Columns.maybe;

import io.quanmin.kernel.Cursor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.PageRequest;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What those who work on a case together say to each other. */
@Component
class ThreadTable {

    private static final Cursor NEWEST = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    private final DatabaseClient database;

    ThreadTable(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A message.
     *
     * @param by absent once the account is erased
     * @param unit absent for who dispatches or supervises
     */
    record Message(
            Id id, Instant at, @Nullable Id by, @Nullable Id unit, String words, List<Id> photos) {

        Cursor cursor() {
            return new Cursor(at, id.value());
        }
    }

    Mono<Void> add(Id caseId, Message message) {
        return database.sql("""
                        insert into casework.thread_message (district, id, case_id, at, by_person, by_unit, words, photos)
                        values (:district, :id, :caseId, :at, :by, :unit, :words, :photos)
                        """)
                .bind("district", caseId.district())
                .bind("id", message.id().value())
                .bind("caseId", caseId.value())
                .bind("at", message.at())
                .bind("by", maybe(message.by()))
                .bind("unit", maybe(message.unit()))
                .bind("words", message.words())
                .bind("photos", message.photos().stream().map(Id::toString).toArray(String[]::new))
                .then();
    }

    /** Newest first, one more than the page. */
    Flux<Message> of(Id caseId, PageRequest page) {
        Cursor after = page.after().orElse(NEWEST);
        return database.sql("""
                        select * from casework.thread_message
                        where district = :district and case_id = :caseId and (at, id) < (:at, :id)
                        order by at desc, id desc
                        limit :limit
                        """)
                .bind("district", caseId.district())
                .bind("caseId", caseId.value())
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("limit", page.limit() + 1)
                .map(ThreadTable::message)
                .all();
    }

    Mono<Long> count(Id caseId) {
        return database.sql("""
                        select count(*) from casework.thread_message where district = :district and case_id = :caseId
                        """)
                .bind("district", caseId.district())
                .bind("caseId", caseId.value())
                .mapValue(Long.class)
                .one();
    }

    private static Message message(Readable row) {
        return new Message(
                new Id(get(row, "district", String.class), get(row, "id", UUID.class)),
                get(row, "at", Instant.class),
                id(row, "by_person"),
                id(row, "by_unit"),
                get(row, "words", String.class),
                Arrays.stream(get(row, "photos", String[].class)).map(Id::parse).toList());
    }
}

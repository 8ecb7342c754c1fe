package io.quanmin.outbox;

import io.quanmin.kernel.Cursor;
import io.quanmin.kernel.Id;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Dead letters as rows. */
@Repository
class DeadLetterTable {

    private static final String LETTERS = """
            select l.district, l.id, l.consumer, e.name, l.subject, l.attempts, l.error, l.died_at
            from outbox.dead_letter l join outbox.event e on e.district = l.district and e.id = l.event
            """;

    private final DatabaseClient database;

    DeadLetterTable(DatabaseClient database) {
        this.database = database;
    }

    /** The newest first, those before a cursor where one is given. */
    Flux<DeadLetter> newest(@Nullable Cursor after, int limit) {
        return page(after).bind("limit", limit).map(DeadLetterTable::letter).all();
    }

    private GenericExecuteSpec page(@Nullable Cursor after) {
        String order = " order by l.died_at desc, l.id desc limit :limit";
        return after == null
                ? database.sql(LETTERS + order)
                : database.sql(LETTERS + " where (l.died_at, l.id) < (:at, :id)" + order)
                        .bind("at", after.at())
                        .bind("id", after.id());
    }

    private static DeadLetter letter(Readable row) {
        String district = Rows.get(row, "district", String.class);
        return new DeadLetter(
                new Id(district, Rows.get(row, "id", UUID.class)),
                Rows.get(row, "consumer", String.class),
                Rows.get(row, "name", String.class),
                new Id(district, Rows.get(row, "subject", UUID.class)),
                Rows.get(row, "attempts", Integer.class),
                Rows.get(row, "error", String.class),
                Rows.get(row, "died_at", Instant.class));
    }

    /** Makes a delivery of it again, with all its attempts before it; says how many, none or one. */
    Mono<Long> requeue(Id id) {
        return database.sql("""
                        with back as (
                            delete from outbox.dead_letter where district = :district and id = :id returning *)
                        insert into outbox.delivery (district, consumer, event, subject, position, due_at)
                        select district, consumer, event, subject, position, now() from back
                        """)
                .bind("district", id.district())
                .bind("id", id.value())
                .fetch()
                .rowsUpdated();
    }

    /** Gives up at most so many that died before then; says how many. Their events go when everybody else has had them. */
    Mono<Long> forget(Instant before, int limit) {
        return database.sql("""
                        delete from outbox.dead_letter l using (
                            select o.district, o.id from outbox.dead_letter o
                            where o.died_at < :before order by o.died_at limit :limit) as old
                        where l.district = old.district and l.id = old.id
                        """)
                .bind("before", before)
                .bind("limit", limit)
                .fetch()
                .rowsUpdated();
    }
}

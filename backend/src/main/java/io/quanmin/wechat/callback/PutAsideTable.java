package io.quanmin.wechat.callback;

import io.quanmin.kernel.Cursor;
import io.quanmin.kernel.Id;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The pushes that wait for a person. */
@Repository
class PutAsideTable {

    private static final String ASIDE = """
            select district, id, account, received_at, octet_length(message) as size, attempts, coalesce(failure, '') as failure
            from wechat.callback where state = 'ASIDE'
            """;

    private final DatabaseClient database;

    PutAsideTable(DatabaseClient database) {
        this.database = database;
    }

    /** The newest first, those before a cursor where one is given. */
    Flux<PutAside> newest(@Nullable Cursor after, int limit) {
        return page(after).bind("limit", limit).map(PutAsideTable::push).all();
    }

    private GenericExecuteSpec page(@Nullable Cursor after) {
        String order = " order by received_at desc, id desc limit :limit";
        return after == null
                ? database.sql(ASIDE + order)
                : database.sql(ASIDE + " and (received_at, id) < (:at, :id)" + order)
                        .bind("at", after.at())
                        .bind("id", after.id());
    }

    private static PutAside push(Readable row) {
        return new PutAside(
                new Id(get(row, "district", String.class), get(row, "id", UUID.class)),
                get(row, "account", String.class),
                get(row, "received_at", Instant.class),
                get(row, "size", Integer.class),
                get(row, "attempts", Integer.class),
                get(row, "failure", String.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    /** Gives it all its attempts again; says how many, none or one. */
    Mono<Long> requeue(Id id) {
        return database.sql("""
                        update wechat.callback set state = 'WAITING', attempts = 0, due_at = now()
                        where district = :district and id = :id and state = 'ASIDE'
                        """)
                .bind("district", id.district())
                .bind("id", id.value())
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> count() {
        return database.sql("select count(*) from wechat.callback where state = 'ASIDE'")
                .mapValue(Long.class)
                .one();
    }
}

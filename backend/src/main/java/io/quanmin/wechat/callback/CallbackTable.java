package io.quanmin.wechat.callback;

import io.quanmin.kernel.Id;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The inbox of pushes as rows. Leases are told by the database's clock, the only one that all nodes share. */
@Repository
class CallbackTable {

    private static final int PURGED_AT_ONCE = 5_000;

    private final DatabaseClient database;

    CallbackTable(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps a push; one whose key is known already is kept already. */
    Mono<Void> keep(Id id, String account, String key, byte[] message, Instant now) {
        return database.sql("""
                        insert into wechat.callback (district, id, account, key, message, received_at)
                        values (:district, :id, :account, :key, :message, :now)
                        on conflict (district, account, key) do nothing
                        """)
                .bind("district", id.district())
                .bind("id", id.value())
                .bind("account", account)
                .bind("key", key)
                .bind("message", message)
                .bind("now", now)
                .then();
    }

    Mono<List<KeptPush>> lease(int batch, Duration lease) {
        return database.sql("""
                        with picked as (
                            select district, id from wechat.callback
                            where state = 'WAITING' and due_at <= now()
                            order by received_at, id limit :batch
                            for update skip locked),
                        leased as (
                            update wechat.callback c
                            set attempts = c.attempts + 1, due_at = now() + :lease * interval '1 millisecond'
                            from picked p where c.district = p.district and c.id = p.id
                            returning c.district, c.id, c.message, c.received_at, c.attempts)
                        select * from leased order by received_at, id
                        """)
                .bind("batch", batch)
                .bind("lease", lease.toMillis())
                .map(CallbackTable::push)
                .all()
                .collectList();
    }

    private static KeptPush push(Readable row) {
        Id id = new Id(get(row, "district", String.class), get(row, "id", UUID.class));
        return new KeptPush(
                id,
                get(row, "message", byte[].class),
                get(row, "received_at", Instant.class),
                get(row, "attempts", Integer.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    /** One row, or none when the lease has run out and another node has taken it since. */
    Mono<Long> told(KeptPush push) {
        return mine("update wechat.callback set state = 'TOLD', failure = null", push)
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> postponed(KeptPush push, Duration pause, String failure) {
        return mine("""
                        update wechat.callback
                        set due_at = now() + :pause * interval '1 millisecond', failure = :failure
                        """, push)
                .bind("pause", pause.toMillis())
                .bind("failure", failure)
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> putAside(KeptPush push, String failure) {
        return mine("update wechat.callback set state = 'ASIDE', failure = :failure", push)
                .bind("failure", failure)
                .fetch()
                .rowsUpdated();
    }

    private GenericExecuteSpec mine(String update, KeptPush push) {
        return database.sql(update
                        + " where district = :district and id = :id and state = 'WAITING' and attempts = :attempt")
                .bind("district", push.id().district())
                .bind("id", push.id().value())
                .bind("attempt", push.attempt());
    }

    /** Deletes some of what was told before one moment and of what was put aside before another. */
    Mono<Long> purge(Instant told, Instant aside) {
        return database.sql("""
                        delete from wechat.callback where (district, id) in (
                            select district, id from wechat.callback
                            where state = 'TOLD' and received_at < :told or state = 'ASIDE' and received_at < :aside
                            limit :most)
                        """)
                .bind("told", told)
                .bind("aside", aside)
                .bind("most", PURGED_AT_ONCE)
                .fetch()
                .rowsUpdated();
    }
}

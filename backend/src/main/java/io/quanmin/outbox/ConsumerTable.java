package io.quanmin.outbox;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Consumers as rows. */
@Repository
class ConsumerTable {

    private final DatabaseClient database;

    ConsumerTable(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Makes a consumer known, and where it is new makes deliveries of the events still kept since {@code since}. In a
     * transaction that has the turn to fan out, so that no event falls between the two.
     */
    Mono<Void> register(String name, String event, Instant since, Instant now) {
        return database.sql("""
                        with known as (
                            insert into outbox.consumer as c (name, event, since, seen_at)
                            values (:name, :event, :since, :now)
                            on conflict (name) do update set event = excluded.event, seen_at = excluded.seen_at
                            returning c.name, c.event, c.since, c.xmax = 0 as made)
                        insert into outbox.delivery (district, consumer, event, subject, position, due_at)
                        select e.district, k.name, e.id, e.subject, e.position, now()
                        from known k join outbox.event e on e.name = k.event
                        where k.made and e.fanned_out and e.at >= k.since
                        on conflict do nothing
                        """)
                .bind("name", name)
                .bind("event", event)
                .bind("since", since)
                .bind("now", now)
                .then();
    }

    Mono<Void> seen(String[] names, Instant now) {
        return database.sql("update outbox.consumer set seen_at = :now where name = any(:names)")
                .bind("now", now)
                .bind("names", names)
                .then();
    }

    /** Strikes off consumers that no node has known since a moment, with all that waits for them. */
    Mono<Void> forget(Instant unseenSince) {
        return database.sql("""
                        with gone as (delete from outbox.consumer where seen_at < :before returning name)
                        delete from outbox.delivery d using gone where d.consumer = gone.name
                        """).bind("before", unseenSince).then();
    }

    /** Consumers for whom something may be due. */
    Flux<String> due() {
        return database.sql("""
                        select c.name from outbox.consumer c
                        where exists (select 1 from outbox.delivery d where d.consumer = c.name and d.due_at <= now())
                        """).mapValue(String.class).all();
    }
}

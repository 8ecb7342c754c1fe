package io.quanmin.outbox;

import io.quanmin.kernel.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Events as rows. */
@Repository
class EventTable {

    /** Names the turn to fan out among the database's advisory locks. */
    private static final long TURN = 0x6f7574626f78L;

    private final DatabaseClient database;

    EventTable(DatabaseClient database) {
        this.database = database;
    }

    /** Events of one subject in their order; joins the caller's transaction. */
    Mono<Void> add(Id subject, List<FreshEvent> events, Instant at) {
        return database.sql("""
                        insert into outbox.event (district, id, name, subject, payload, at)
                        select :district, id, name, :subject, payload::jsonb, :at
                        from unnest(:ids, :names, :payloads) with ordinality as fresh (id, name, payload, nth)
                        order by nth
                        """)
                .bind("district", subject.district())
                .bind("subject", subject.value())
                .bind("at", at)
                .bind("ids", events.stream().map(event -> event.id().value()).toArray(UUID[]::new))
                .bind("names", events.stream().map(FreshEvent::name).toArray(String[]::new))
                .bind("payloads", events.stream().map(FreshEvent::payload).toArray(String[]::new))
                .then();
    }

    /**
     * Makes deliveries out of fresh events, in their order, up to the first whose transaction is not older than every running
     * one: what an older transaction is still about to commit comes first. Whatever was added before {@code patience} waits for
     * nobody. One node at a time has the turn; the row locks make a turn taken with an old snapshot see what the last one did.
     */
    Mono<FanOut> fanOut(Instant patience, int batch) {
        return database.sql("""
                        with turn as materialized (select pg_try_advisory_xact_lock(:turn) as mine),
                        fresh as (
                            select e.district, e.id, e.name, e.subject, e.position,
                                   e.tx >= pg_snapshot_xmin(pg_current_snapshot()) and e.at > :patience as early
                            from outbox.event e, turn
                            where turn.mine and not e.fanned_out
                            order by e.position limit :batch
                            for update of e),
                        ready as (
                            select * from fresh
                            where position < coalesce((select min(position) from fresh where early), 9223372036854775807)),
                        marked as (
                            update outbox.event e set fanned_out = true
                            from ready r where e.district = r.district and e.id = r.id),
                        made as (
                            insert into outbox.delivery (district, consumer, event, subject, position, due_at)
                            select r.district, c.name, r.id, r.subject, r.position, now()
                            from ready r join outbox.consumer c on c.event = r.name
                            on conflict do nothing)
                        select (select count(*) from ready) as told, (select count(*) from fresh) as seen
                        """)
                .bind("turn", TURN)
                .bind("patience", patience)
                .bind("batch", batch)
                .map(row -> new FanOut(Rows.get(row, "told", Long.class), Rows.get(row, "seen", Long.class), batch))
                .one();
    }

    /** Waits for the turn to fan out; held to the end of the caller's transaction. */
    Mono<Void> takeTurn() {
        return database.sql("select pg_advisory_xact_lock(:turn)")
                .bind("turn", TURN)
                .fetch()
                .first()
                .then();
    }

    /** A hint to the workers of other nodes; never in a business transaction. */
    Mono<Void> notifyWorkers(String channel, String node) {
        return database.sql("select pg_notify(:channel, :node)")
                .bind("channel", channel)
                .bind("node", node)
                .fetch()
                .first()
                .then();
    }

    /** Deletes at most {@code limit} events added before a moment that nobody waits for; says how many. */
    Mono<Long> prune(Instant before, int limit) {
        return database.sql("""
                        delete from outbox.event e using (
                            select o.district, o.id from outbox.event o
                            where o.fanned_out and o.at < :before
                              and not exists (select 1 from outbox.delivery d, outbox.consumer c
                                              where d.district = o.district and d.consumer = c.name and d.event = o.id)
                              and not exists (select 1 from outbox.dead_letter l
                                              where l.district = o.district and l.event = o.id)
                            order by o.at limit :limit) as old
                        where e.district = old.district and e.id = old.id
                        """)
                .bind("before", before)
                .bind("limit", limit)
                .fetch()
                .rowsUpdated();
    }

    /**
     * What came of a turn.
     *
     * @param told events whose deliveries are made
     * @param seen fresh events looked at; more than told when some wait for an older transaction
     */
    record FanOut(long told, long seen, int batch) {

        boolean more() {
            return told == batch;
        }

        boolean held() {
            return seen > told;
        }
    }
}

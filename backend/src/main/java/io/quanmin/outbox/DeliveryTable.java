package io.quanmin.outbox;

import io.quanmin.kernel.Id;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Deliveries as rows. Leases are told by the database's clock, the only one that all nodes share. */
@Repository
class DeliveryTable {

    private static final String MINE = """
            where d.district = s.district and d.consumer = :consumer and d.event = s.event
              and d.holder = :holder and d.attempts = s.attempt
            """;

    private final DatabaseClient database;

    DeliveryTable(DatabaseClient database) {
        this.database = database;
    }

    /** Leases what is due and is the earliest of its subject: later ones wait for it. */
    Mono<List<Leased>> lease(String consumer, UUID holder, int batch, Duration lease) {
        return database.sql("""
                        with picked as (
                            select d.district, d.consumer, d.event from outbox.delivery d
                            where d.consumer = :consumer and d.due_at <= now()
                              and not exists (
                                  select 1 from outbox.delivery earlier
                                  where earlier.district = d.district and earlier.subject = d.subject
                                    and earlier.consumer = d.consumer and earlier.position < d.position)
                            order by d.due_at limit :batch
                            for update of d skip locked),
                        leased as (
                            update outbox.delivery d
                            set holder = :holder, attempts = d.attempts + 1,
                                due_at = now() + :lease * interval '1 millisecond'
                            from picked p
                            where d.district = p.district and d.consumer = p.consumer and d.event = p.event
                            returning d.district, d.event, d.attempts, d.position)
                        select l.district, l.event, l.attempts, e.subject, e.payload::text as payload, e.at
                        from leased l join outbox.event e on e.district = l.district and e.id = l.event
                        order by l.position
                        """)
                .bind("consumer", consumer)
                .bind("holder", holder)
                .bind("batch", batch)
                .bind("lease", lease.toMillis())
                .map(DeliveryTable::leased)
                .all()
                .collectList();
    }

    private static Leased leased(Readable row) {
        String district = Rows.get(row, "district", String.class);
        return new Leased(
                new Id(district, Rows.get(row, "event", UUID.class)),
                new Id(district, Rows.get(row, "subject", UUID.class)),
                Rows.get(row, "payload", String.class),
                Rows.get(row, "at", Instant.class),
                Rows.get(row, "attempts", Integer.class));
    }

    Mono<Void> taken(String consumer, UUID holder, List<Outcome.Taken> taken) {
        return mine("delete from outbox.delivery d using s " + MINE, consumer, holder, taken)
                .then();
    }

    Mono<Void> postponed(String consumer, UUID holder, List<Outcome.Postponed> postponed) {
        Long[] pauses = postponed.stream().map(one -> one.pause().toMillis()).toArray(Long[]::new);
        Integer[] counted = postponed.stream().map(one -> one.counts() ? 1 : 0).toArray(Integer[]::new);
        return mine("""
                        update outbox.delivery d
                        set holder = null, due_at = now() + p.pause * interval '1 millisecond',
                            attempts = d.attempts - 1 + p.counted
                        from s join unnest(:pauses, :counted) with ordinality as p(pause, counted, nth) using (nth)
                        """ + MINE, consumer, holder, postponed)
                .bind("pauses", pauses)
                .bind("counted", counted)
                .then();
    }

    Mono<Void> givenUp(String consumer, UUID holder, List<Outcome.GivenUp> givenUp, Instant now) {
        String[] errors = givenUp.stream().map(Outcome.GivenUp::error).toArray(String[]::new);
        return mine("""
                        , gone as (
                            delete from outbox.delivery d
                            using s join unnest(:errors) with ordinality as e(error, nth) using (nth)
                        """ + MINE + """
                            returning d.district, d.consumer, d.event, d.subject, d.position, d.attempts, e.error)
                        insert into outbox.dead_letter
                            (district, consumer, event, subject, position, attempts, error, died_at)
                        select district, consumer, event, subject, position, attempts, error, :now from gone
                        """, consumer, holder, givenUp)
                .bind("errors", errors)
                .bind("now", now)
                .then();
    }

    /** Names the deliveries of these outcomes {@code s}, in order {@code nth}. */
    private GenericExecuteSpec mine(String statement, String consumer, UUID holder, List<? extends Outcome> outcomes) {
        List<Leased> leased = outcomes.stream().map(Outcome::leased).toList();
        return database.sql("""
                        with s as (
                            select * from unnest(:districts::char(6)[], :events, :attempts)
                                with ordinality as s(district, event, attempt, nth))
                        """ + statement)
                .bind(
                        "districts",
                        leased.stream().map(one -> one.event().district()).toArray(String[]::new))
                .bind("events", leased.stream().map(one -> one.event().value()).toArray(UUID[]::new))
                .bind("attempts", leased.stream().map(Leased::attempt).toArray(Integer[]::new))
                .bind("consumer", consumer)
                .bind("holder", holder);
    }

    /** Gives back whatever a worker still holds of a consumer; an attempt not made does not count. */
    Mono<Long> release(String consumer, UUID holder) {
        return database.sql("""
                        update outbox.delivery set holder = null, attempts = attempts - 1, due_at = now()
                        where consumer = :consumer and holder = :holder
                        """)
                .bind("consumer", consumer)
                .bind("holder", holder)
                .fetch()
                .rowsUpdated();
    }
}

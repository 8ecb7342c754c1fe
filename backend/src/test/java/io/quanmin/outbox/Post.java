package io.quanmin.outbox;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.Ids;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Nodes that deliver, as many as a test starts, each with its own worker on the same database. */
@TestComponent
class Post {

    static final OutboxSettings SETTINGS = settings(3);

    private final DatabaseClient database;
    private final ConnectionFactory connections;
    private final EventTypes types;
    private final EventTable events;
    private final ConsumerTable consumers;
    private final DeliveryTable deliveries;
    private final Outbox outbox;
    private final Ids ids;
    private final TransactionalOperator transaction;
    private final Deque<DeliveryWorker> started = new ArrayDeque<>();

    Post(
            DatabaseClient database,
            ConnectionFactory connections,
            EventTypes types,
            EventTable events,
            ConsumerTable consumers,
            DeliveryTable deliveries,
            Outbox outbox,
            Ids ids,
            TransactionalOperator transaction) {
        this.database = database;
        this.connections = connections;
        this.types = types;
        this.events = events;
        this.consumers = consumers;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.ids = ids;
        this.transaction = transaction;
    }

    static OutboxSettings settings(int attempts) {
        return new OutboxSettings(
                true,
                Duration.ofMillis(100),
                16,
                8,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                attempts,
                Duration.ofMillis(20),
                Duration.ofMillis(50),
                Duration.ofSeconds(5),
                Duration.ofDays(7),
                Duration.ofDays(180),
                Duration.ofDays(30));
    }

    /** Starts a node that runs to the end of the test. */
    void start(EventHandler<?>... handlers) {
        DeliveryWorker lastsAllTest = node(SETTINGS, handlers);
        assertThat(lastsAllTest.isRunning()).isTrue();
    }

    DeliveryWorker node(OutboxSettings settings, EventHandler<?>... handlers) {
        Clock clock = Clock.systemUTC();
        DeliveryWorker worker = new DeliveryWorker(
                List.of(handlers),
                types,
                events,
                consumers,
                deliveries,
                new Registering(events, consumers, settings, clock, transaction),
                new Hints(events, connections),
                settings,
                clock);
        worker.start();
        started.push(worker);
        return worker;
    }

    void endAll() {
        started.forEach(DeliveryWorker::kill);
        started.clear();
        database.sql("truncate outbox.event, outbox.consumer, outbox.delivery, outbox.dead_letter")
                .then()
                .block();
    }

    List<Id> subjects(int count) {
        return IntStream.range(0, count).mapToObj(nth -> ids.next("990102")).toList();
    }

    /** Says without a transaction that something happened to a subject {@code times} times. */
    void tell(Id subject, int times) {
        Flux.range(1, times)
                .concatMap(nth -> outbox.add(subject, new Happened(nth)))
                .blockLast();
    }

    Mono<Void> add(Id subject, int nth) {
        return outbox.add(subject, new Happened(nth));
    }

    TransactionalOperator transaction() {
        return transaction;
    }

    boolean knows(String consumer) {
        return count("select count(*) from outbox.consumer where name = '%s'".formatted(consumer)) == 1;
    }

    long count(String query) {
        return get(database.sql(query).mapValue(Long.class).one());
    }

    /** What a call answers; none is a failure. */
    static <T> T get(Mono<T> call) {
        return now(call);
    }

    void run(String statement) {
        database.sql(statement).then().block();
    }

    DatabaseClient database() {
        return database;
    }
}

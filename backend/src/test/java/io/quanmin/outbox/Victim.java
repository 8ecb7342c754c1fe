package io.quanmin.outbox;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** A node in a process of its own, which lives until it is killed. Writes down what it takes. */
final class Victim {

    private Victim() {}

    /** Its database: address, user and password. */
    public static void main(String[] database) throws InterruptedException {
        ConnectionFactory connections = ConnectionFactories.get(ConnectionFactoryOptions.parse(database[0])
                .mutate()
                .option(ConnectionFactoryOptions.USER, database[1])
                .option(ConnectionFactoryOptions.PASSWORD, database[2])
                .build());
        worker(connections).start();
        new CountDownLatch(1).await();
    }

    private static DeliveryWorker worker(ConnectionFactory connections) {
        DatabaseClient database = DatabaseClient.create(connections);
        EventTable events = new EventTable(database);
        ConsumerTable consumers = new ConsumerTable(database);
        Clock clock = Clock.systemUTC();
        TransactionalOperator transaction = TransactionalOperator.create(new R2dbcTransactionManager(connections));
        return new DeliveryWorker(
                List.of(consumer(database, Duration.ofMillis(50))),
                new EventTypes(JsonMapper.builder().build()),
                events,
                consumers,
                new DeliveryTable(database),
                new Registering(events, consumers, Post.SETTINGS, clock, transaction),
                new Hints(events, connections),
                Post.SETTINGS,
                clock);
    }

    /** Takes its time over each event, then writes it down. */
    static Listener consumer(DatabaseClient database, Duration time) {
        return new Listener(
                "test.register",
                delivery -> Mono.delay(time)
                        .then(database.sql("insert into public.taken (subject, nth) values (:subject, :nth)")
                                .bind("subject", delivery.subject().value())
                                .bind("nth", delivery.event().nth())
                                .then()));
    }
}

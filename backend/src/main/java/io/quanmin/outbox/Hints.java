package io.quanmin.outbox;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Hints that there are fresh events: at once to the worker of this node, a moment later and bundled to the others. A hint may be
 * lost, because every worker also asks the database by itself; none is ever given inside a business transaction.
 */
@Component
final class Hints {

    static final String CHANNEL = "quanmin_outbox";

    private static final Logger LOG = LoggerFactory.getLogger(Hints.class);
    private static final Duration BUNDLED = Duration.ofMillis(100);

    private final String node = UUID.randomUUID().toString();
    private final Wake here = new Wake();
    private final Wake elsewhere = new Wake();
    private final EventTable events;
    private final ConnectionFactory connections;

    Hints(EventTable events, ConnectionFactory connections) {
        this.events = events;
        this.connections = unpooled(connections);
    }

    /** There is something fresh. */
    void give() {
        here.up();
        elsewhere.up();
    }

    /** Hints of this node. For one listener. */
    Flux<Boolean> here() {
        return here.ups();
    }

    /** Hints of other nodes, over a connection of its own; connects again for ever. */
    Flux<Boolean> fromElsewhere() {
        return Flux.usingWhen(connect(), this::listen, Connection::close)
                .filter(sender -> !sender.equals(node))
                .map(sender -> true)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofSeconds(1))
                        .maxBackoff(Duration.ofSeconds(30))
                        .doBeforeRetry(again -> LOG.info("Hints of other nodes are not heard: {}", again.failure())));
    }

    private Mono<PostgresqlConnection> connect() {
        return Mono.from(connections.create()).cast(PostgresqlConnection.class);
    }

    private Flux<String> listen(PostgresqlConnection connection) {
        return connection
                .createStatement("listen " + CHANNEL)
                .execute()
                .flatMap(result -> result.getRowsUpdated(), 1)
                .thenMany(connection.getNotifications())
                .mapNotNull(notification -> notification.getParameter());
    }

    /** Passes hints of this node on to the others. For one listener. */
    Flux<Void> toElsewhere() {
        return elsewhere.ups().concatMap(hint -> pass(), 0);
    }

    private Mono<Void> pass() {
        return events.notifyWorkers(CHANNEL, node)
                .onErrorResume(failure -> Mono.fromRunnable(() -> LOG.debug("A hint is lost", failure)))
                .then(Mono.delay(BUNDLED))
                .then();
    }

    private static ConnectionFactory unpooled(ConnectionFactory connections) {
        return connections instanceof Wrapped<?> wrapped && wrapped.unwrap() instanceof ConnectionFactory inner
                ? unpooled(inner)
                : connections;
    }
}

package io.quanmin.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the list of consumers true: those of this node's code are on it, those nobody knows any more are struck off. */
@Component
final class Registering {

    private final EventTable events;
    private final ConsumerTable consumers;
    private final OutboxSettings settings;
    private final Clock clock;
    private final TransactionalOperator transaction;

    Registering(
            EventTable events,
            ConsumerTable consumers,
            OutboxSettings settings,
            Clock clock,
            TransactionalOperator transaction) {
        this.events = events;
        this.consumers = consumers;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Again is the same. */
    Mono<Void> register(List<EventHandler<?>> handlers) {
        return events.takeTurn()
                .thenMany(Flux.fromIterable(handlers))
                .concatMap(this::register)
                .then()
                .as(transaction::transactional);
    }

    private Mono<Void> register(EventHandler<?> handler) {
        Instant now = clock.instant();
        Duration history = handler.history();
        return consumers.register(handler.consumer(), EventTypes.name(handler.event()), now.minus(history), now);
    }

    /** Says that these are still known, forgets those that no node knows, and prunes events that everybody has had. */
    Mono<Void> sweep(List<String> known) {
        Instant now = clock.instant();
        return consumers
                .seen(known.toArray(String[]::new), now)
                .then(consumers.forget(now.minus(settings.forgetConsumer())))
                .then(pruneAll(now.minus(settings.keep())));
    }

    private Mono<Void> pruneAll(Instant before) {
        int atOnce = 5_000;
        return Mono.defer(() -> events.prune(before, atOnce))
                .repeat()
                .takeUntil(pruned -> pruned < atOnce)
                .then();
    }
}

package io.quanmin.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Hands deliveries to one consumer and judges what comes of it. */
final class Delivering<E> {

    private static final Logger LOG = LoggerFactory.getLogger(Delivering.class);
    private static final int LONGEST_ERROR = 500;

    private final EventHandler<E> handler;
    private final EventTypes types;
    private final Pauses pauses;
    private final Duration timeout;
    private final Duration longestWait;
    private final Clock clock;

    Delivering(EventHandler<E> handler, EventTypes types, OutboxSettings settings, Clock clock) {
        this.handler = handler;
        this.types = types;
        this.pauses = Pauses.of(settings);
        this.timeout = settings.timeout();
        this.longestWait = settings.lease().minus(settings.timeout());
        this.clock = clock;
    }

    String consumer() {
        return handler.consumer();
    }

    String event() {
        return EventTypes.name(handler.event());
    }

    /** A batch leased just now, ready to be worked off. */
    Batch batch(List<Leased> leased) {
        return new Batch(leased, clock.instant().plus(longestWait));
    }

    /** One attempt: never fails, never takes longer than the time-out. */
    Mono<Outcome> attempt(Leased leased, Instant startBy) {
        if (clock.instant().isAfter(startBy)) {
            return Mono.just(new Outcome.Expired(leased));
        }
        return Mono.defer(() -> handler.handle(delivery(leased)))
                .timeout(timeout)
                .then(Mono.<Outcome>fromSupplier(() -> new Outcome.Taken(leased)))
                .onErrorResume(failure -> Mono.just(judge(leased, failure)));
    }

    private Delivery<E> delivery(Leased leased) {
        E event = types.read(leased.payload(), handler.event());
        return new Delivery<>(leased.event(), leased.subject(), event, leased.at(), leased.attempt());
    }

    private Outcome judge(Leased leased, Throwable failure) {
        return failure instanceof NotYet early
                ? new Outcome.Postponed(leased, early.pause(), false)
                : failed(leased, failure);
    }

    private Outcome failed(Leased leased, Throwable failure) {
        String error = failure.toString();
        LOG.warn("{} did not take {} at attempt {}: {}", consumer(), leased.event(), leased.attempt(), error);
        if (pauses.usedUp(leased.attempt())) {
            return new Outcome.GivenUp(leased, error.substring(0, Math.min(error.length(), LONGEST_ERROR)));
        }
        return new Outcome.Postponed(leased, pauses.after(leased.attempt(), ThreadLocalRandom.current()), true);
    }

    /**
     * Deliveries leased together.
     *
     * @param startBy an attempt begun later might outlast the lease
     */
    record Batch(List<Leased> leased, Instant startBy) {}
}

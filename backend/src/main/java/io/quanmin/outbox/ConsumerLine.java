package io.quanmin.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Everything one worker does for one consumer: leases what is due, has several deliveries in hand at once, settles them in
 * batches. A slow or failing one holds up its own subject and nothing else.
 */
final class ConsumerLine {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerLine.class);
    private static final int SETTLED_AT_ONCE = 256;
    private static final Duration SETTLED_WITHIN = Duration.ofMillis(5);

    private final Delivering<?> delivering;
    private final DeliveryTable deliveries;
    private final OutboxSettings settings;
    private final Clock clock;
    private final UUID holder;
    private final Wake wake = new Wake();

    ConsumerLine(
            Delivering<?> delivering, DeliveryTable deliveries, OutboxSettings settings, Clock clock, UUID holder) {
        this.delivering = delivering;
        this.deliveries = deliveries;
        this.settings = settings;
        this.clock = clock;
        this.holder = holder;
    }

    String consumer() {
        return delivering.consumer();
    }

    /** There may be something due. */
    void wake() {
        wake.up();
    }

    /** Works until {@code stop}, then finishes what is in hand and gives back the rest. */
    Mono<Void> work(Mono<Void> stop) {
        return wake.ups()
                .takeUntilOther(stop)
                .concatMap(hint -> lease(), 0)
                .transform(batches -> attempts(batches, stop))
                .transform(this::settled)
                .then(Mono.defer(this::giveBack));
    }

    private Flux<Outcome> attempts(Flux<Delivering.Batch> batches, Mono<Void> stop) {
        return batches.concatMapIterable(ConsumerLine::turns, 1)
                .takeUntilOther(stop)
                .flatMap(turn -> delivering.attempt(turn.leased(), turn.batch().startBy()), settings.concurrency(), 1);
    }

    private static List<Turn> turns(Delivering.Batch batch) {
        return batch.leased().stream().map(leased -> new Turn(leased, batch)).toList();
    }

    private Mono<Delivering.Batch> lease() {
        return deliveries
                .lease(consumer(), holder, settings.batch(), settings.lease())
                .map(delivering::batch)
                .onErrorResume(failure -> untilTheNextHint("lease", failure));
    }

    private Flux<Void> settled(Flux<Outcome> outcomes) {
        return outcomes.bufferTimeout(SETTLED_AT_ONCE, SETTLED_WITHIN, true).concatMap(this::settle);
    }

    /** Followers of what is settled may be due now, so look again. What cannot be settled comes again when its lease ends. */
    private Mono<Void> settle(List<Outcome> outcomes) {
        return Flux.concat(taken(outcomes), postponed(outcomes), givenUp(outcomes))
                .then()
                .retryWhen(Retry.backoff(3, Duration.ofMillis(100)))
                .onErrorResume(failure -> untilTheNextHint("settle", failure))
                .doFinally(end -> wake());
    }

    private Mono<Void> taken(List<Outcome> outcomes) {
        List<Outcome.Taken> taken = of(outcomes, Outcome.Taken.class);
        return taken.isEmpty() ? Mono.empty() : deliveries.taken(consumer(), holder, taken);
    }

    private Mono<Void> postponed(List<Outcome> outcomes) {
        List<Outcome.Postponed> postponed = of(outcomes, Outcome.Postponed.class);
        return postponed.isEmpty() ? Mono.empty() : deliveries.postponed(consumer(), holder, postponed);
    }

    private Mono<Void> givenUp(List<Outcome> outcomes) {
        List<Outcome.GivenUp> givenUp = of(outcomes, Outcome.GivenUp.class);
        return givenUp.isEmpty() ? Mono.empty() : deliveries.givenUp(consumer(), holder, givenUp, clock.instant());
    }

    private static <O extends Outcome> List<O> of(List<Outcome> outcomes, Class<O> kind) {
        return outcomes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private Mono<Void> giveBack() {
        return deliveries
                .release(consumer(), holder)
                .then()
                .onErrorResume(failure -> untilTheNextHint("give back", failure));
    }

    private <T> Mono<T> untilTheNextHint(String what, Throwable failure) {
        LOG.warn("Cannot {} deliveries of {} just now: {}", what, consumer(), failure.toString());
        return Mono.empty();
    }

    private record Turn(Leased leased, Delivering.Batch batch) {}
}

package io.quanmin.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A look at the database: makes deliveries of fresh events and wakes the lines for which something is due. */
final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int FANNED_OUT_AT_ONCE = 1_000;
    /** How soon to look again when an older transaction was still running. */
    private static final Duration SHORTLY = Duration.ofMillis(20);

    private final EventTable events;
    private final ConsumerTable consumers;
    private final Map<String, ConsumerLine> lines;
    private final OutboxSettings settings;
    private final Clock clock;

    Rounds(EventTable events, ConsumerTable consumers, List<ConsumerLine> lines, OutboxSettings settings, Clock clock) {
        this.events = events;
        this.consumers = consumers;
        this.lines = lines.stream().collect(Collectors.toMap(ConsumerLine::consumer, Function.identity()));
        this.settings = settings;
        this.clock = clock;
    }

    /** One round at each hint and each poll; hints while a round is under way are one. */
    Flux<Void> on(Flux<Boolean> hints) {
        Flux<Boolean> polls = Flux.interval(Duration.ZERO, settings.poll()).map(tick -> true);
        return Flux.merge(hints, polls).onBackpressureLatest().concatMap(hint -> round(), 0);
    }

    private Mono<Void> round() {
        return fanOut().then(wakeWhoIsDue())
                .onErrorResume(failure ->
                        Mono.fromRunnable(() -> LOG.warn("No news is told just now: {}", failure.toString())));
    }

    private Mono<Void> fanOut() {
        return Mono.defer(() -> events.fanOut(clock.instant().minus(settings.patience()), FANNED_OUT_AT_ONCE))
                .flatMap(done ->
                        done.held() ? wakeWhoIsDue().then(Mono.delay(SHORTLY)).thenReturn(done) : Mono.just(done))
                .repeat()
                .takeUntil(done -> !done.more() && !done.held())
                .then();
    }

    private Mono<Void> wakeWhoIsDue() {
        return consumers.due().doOnNext(this::wake).then();
    }

    private void wake(String consumer) {
        ConsumerLine line = lines.get(consumer);
        if (line != null) {
            line.wake();
        }
    }
}

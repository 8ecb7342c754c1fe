package io.quanmin.identity;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Asks Redis, and goes on without it: an answer that fails or is late is empty, and while Redis is away nobody waits for it
 * but one caller every now and then who finds out whether it is back.
 */
@Component
final class RedisGuard {

    private static final Logger LOG = LoggerFactory.getLogger(RedisGuard.class);

    private final GuardSettings settings;
    private final Clock clock;
    /** Connecting blocks in the driver: who tries an unproven Redis does so away from the event loop. */
    private final Scheduler probes = Schedulers.newBoundedElastic(2, 16, "redis-probe", 60, true);

    private final AtomicReference<Instant> nextProbe = new AtomicReference<>(Instant.EPOCH);
    private volatile @Nullable Instant answeringSince;

    RedisGuard(GuardSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The answer; empty when Redis has none or is away. */
    <T> Mono<T> ask(Supplier<Mono<T>> call) {
        return Mono.defer(() -> {
            if (answering()) {
                return asked(call);
            }
            return mayProbe() ? asked(call).subscribeOn(probes) : Mono.empty();
        });
    }

    /** Whether the last one who asked got an answer. */
    boolean answering() {
        return answeringSince != null;
    }

    /** Whether something written at a moment was written after Redis was last away from this node. */
    boolean answeredWhen(Instant written) {
        Instant since = answeringSince;
        return since != null && written.isAfter(since);
    }

    private <T> Mono<T> asked(Supplier<Mono<T>> call) {
        return Mono.defer(call)
                .timeout(settings.deadline())
                .doOnSuccess(answer -> back())
                .onErrorResume(this::away);
    }

    private void back() {
        if (answeringSince == null) {
            answeringSince = clock.instant();
        }
    }

    private <T> Mono<T> away(Throwable reason) {
        nextProbe.set(clock.instant().plus(settings.pause()));
        if (answeringSince != null) {
            answeringSince = null;
            LOG.warn("Redis does not answer; going on without it: {}", reason.toString());
        }
        return Mono.empty();
    }

    private boolean mayProbe() {
        Instant now = clock.instant();
        Instant due = nextProbe.get();
        return !now.isBefore(due) && nextProbe.compareAndSet(due, now.plus(settings.pause()));
    }

    @PreDestroy
    void close() {
        probes.dispose();
    }
}

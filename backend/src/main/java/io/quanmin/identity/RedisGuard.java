package io.quanmin.identity;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
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
    private final LongSupplier nanos;
    /** Connecting blocks in the driver: who tries an unproven Redis does so away from the event loop. */
    private final Scheduler probes = Schedulers.newBoundedElastic(2, 16, "redis-probe", 60, true);

    private final AtomicLong nextProbe;
    private volatile boolean answering;

    @Autowired
    RedisGuard(GuardSettings settings) {
        this(settings, System::nanoTime);
    }

    RedisGuard(GuardSettings settings, LongSupplier nanos) {
        this.settings = settings;
        this.nanos = nanos;
        this.nextProbe = new AtomicLong(nanos.getAsLong());
    }

    /** The answer; empty when Redis has none or is away. */
    <T> Mono<T> ask(Supplier<Mono<T>> call) {
        return Mono.defer(() -> {
            if (answering) {
                return asked(call);
            }
            return mayProbe() ? asked(call).subscribeOn(probes) : Mono.empty();
        });
    }

    /** Whether the last one who asked got an answer. */
    boolean answering() {
        return answering;
    }

    private <T> Mono<T> asked(Supplier<Mono<T>> call) {
        return Mono.defer(call)
                .timeout(settings.deadline())
                .doOnSuccess(answer -> answering = true)
                .onErrorResume(this::away);
    }

    private <T> Mono<T> away(Throwable reason) {
        nextProbe.set(nanos.getAsLong() + settings.pause().toNanos());
        if (answering) {
            answering = false;
            LOG.warn("Redis does not answer; going on without it: {}", reason.toString());
        }
        return Mono.empty();
    }

    private boolean mayProbe() {
        long now = nanos.getAsLong();
        long due = nextProbe.get();
        return now - due >= 0
                && nextProbe.compareAndSet(due, now + settings.pause().toNanos());
    }

    @PreDestroy
    void close() {
        probes.dispose();
    }
}

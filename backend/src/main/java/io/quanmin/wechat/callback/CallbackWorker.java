package io.quanmin.wechat.callback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the inbox from the start of the application to its end; what is in hand at the end is read again after its lease. */
@Component
class CallbackWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackWorker.class);
    private static final Duration SWEEP = Duration.ofHours(1);

    private final Reading reading;
    private final CallbackTable table;
    private final Hint hint;
    private final CallbackSettings settings;
    private final Clock clock;
    private @Nullable Disposable running;

    CallbackWorker(Reading reading, CallbackTable table, Hint hint, CallbackSettings settings, Clock clock) {
        this.reading = reading;
        this.table = table;
        this.hint = hint;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.worker();
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    @Override
    public synchronized void start() {
        if (running == null) {
            running = Flux.merge(rounds(), sweeps())
                    .subscribe(nothing -> {}, failure -> LOG.error("WeChat's pushes are no longer read", failure));
        }
    }

    private Flux<Void> rounds() {
        Flux<Boolean> polls = Flux.interval(Duration.ZERO, settings.poll()).map(tick -> true);
        return Flux.merge(hint.heard(), polls).onBackpressureLatest().concatMap(wake -> round(), 0);
    }

    private Mono<Void> round() {
        return reading.round().repeat().takeWhile(more -> more).then().onErrorResume(CallbackWorker::nextTime);
    }

    private Flux<Void> sweeps() {
        return Flux.interval(SWEEP).onBackpressureDrop().concatMap(tick -> sweep(), 0);
    }

    private Mono<Void> sweep() {
        return Mono.defer(() -> purge(clock.instant()))
                .repeat()
                .takeWhile(purged -> purged > 0)
                .then()
                .onErrorResume(CallbackWorker::nextTime);
    }

    private Mono<Long> purge(Instant now) {
        return table.purge(now.minus(settings.keep()), now.minus(settings.keepAside()));
    }

    private static Mono<Void> nextTime(Throwable failure) {
        LOG.warn("The inbox of WeChat's pushes is not looked into just now: {}", failure.toString());
        return Mono.empty();
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.dispose();
            running = null;
        }
    }
}

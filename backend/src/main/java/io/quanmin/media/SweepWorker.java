package io.quanmin.media;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes the bucket ready at start, then sweeps from time to time, until the application ends. */
@Component
final class SweepWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SweepWorker.class);

    private final PhotoStore store;
    private final Sweeping sweeping;
    private final Duration every;
    private @Nullable Disposable work;

    SweepWorker(PhotoStore store, Sweeping sweeping, MediaSettings settings) {
        this.store = store;
        this.sweeping = sweeping;
        this.every = settings.sweep().every();
    }

    @Override
    public synchronized void start() {
        if (work == null) {
            work = Flux.concat(quietly(store.ready()), rounds())
                    .subscribe(nothing -> {}, failure -> LOG.error("Photos are no longer swept", failure));
        }
    }

    private Flux<Void> rounds() {
        return Flux.interval(every).onBackpressureDrop().concatMap(tick -> quietly(sweeping.sweep()), 0);
    }

    private static Mono<Void> quietly(Mono<Void> step) {
        return step.onErrorResume(failure -> {
            LOG.warn("Photos are not swept just now: {}", failure.toString());
            return Mono.empty();
        });
    }

    @Override
    public synchronized void stop() {
        if (work != null) {
            work.dispose();
            work = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return work != null;
    }
}

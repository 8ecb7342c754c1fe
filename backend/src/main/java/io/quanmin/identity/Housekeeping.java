package io.quanmin.identity;

import io.quanmin.kernel.CitySettings;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sweeps this module's tables now and then, for as long as the application runs. Nodes may do it at the same time. */
@Component
final class Housekeeping implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration EVERY = Duration.ofMinutes(30);
    /** Ended sessions stay for a while: they tell a person when and how they logged in. */
    private static final Duration KEPT = Duration.ofDays(180);

    private final HousekeepingTable table;
    private final CitySettings city;
    private final Clock clock;
    private @Nullable Disposable running;

    Housekeeping(HousekeepingTable table, CitySettings city, Clock clock) {
        this.table = table;
        this.city = city;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        running = Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(time -> sweep())
                .subscribe();
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.dispose();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    /** How many rows went; a failure is told to the log and the next round tries again. */
    Mono<Long> sweep() {
        return Mono.defer(() -> table.sweep(city.code(), clock.instant().minus(KEPT)))
                .doOnError(failure -> LOG.warn("Sweeping failed: {}", failure.toString()))
                .onErrorReturn(0L);
    }
}

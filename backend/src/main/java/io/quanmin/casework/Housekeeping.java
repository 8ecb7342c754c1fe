package io.quanmin.casework;

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

/** Forgets commands whose repeats nobody sends any more. Nodes may do it at the same time. */
@Component
final class Housekeeping implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int BATCH = 5_000;

    private final CommandTable commands;
    private final CaseworkSettings settings;
    private final Clock clock;
    private @Nullable Disposable running;

    Housekeeping(CommandTable commands, CaseworkSettings settings, Clock clock) {
        this.commands = commands;
        this.settings = settings;
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

    /** How many commands went; a failure is told to the log and the next round tries again. */
    Mono<Long> sweep() {
        return Mono.defer(() -> sweep(clock.instant().minus(settings.commandsKept())))
                .doOnError(failure -> LOG.warn("Commands could not be forgotten: {}", failure.toString()))
                .onErrorReturn(0L);
    }

    /** In batches, so that no statement holds many rows for long. */
    private Mono<Long> sweep(Instant before) {
        return commands.forget(before, BATCH)
                .expand(gone -> gone < BATCH ? Mono.empty() : commands.forget(before, BATCH))
                .reduce(0L, Long::sum);
    }
}

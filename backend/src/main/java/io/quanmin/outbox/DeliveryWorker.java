package io.quanmin.outbox;

import static reactor.core.publisher.Sinks.EmitFailureHandler.FAIL_FAST;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Tells events to this node's consumers, from the start of the application to its end: the one place of the module that
 * subscribes. A stop finishes what is in hand and gives every other lease back; a kill leaves them to expire.
 */
final class DeliveryWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final Duration SWEEP = Duration.ofHours(1);

    private final List<EventHandler<?>> handlers;
    private final List<ConsumerLine> lines;
    private final Registering registering;
    private final Rounds rounds;
    private final Hints hints;
    private final OutboxSettings settings;
    private @Nullable Run run;

    DeliveryWorker(
            List<EventHandler<?>> handlers,
            EventTypes types,
            EventTable events,
            ConsumerTable consumers,
            DeliveryTable deliveries,
            Registering registering,
            Hints hints,
            OutboxSettings settings,
            Clock clock) {
        requireOneNameEach(handlers);
        UUID holder = UUID.randomUUID();
        this.handlers = List.copyOf(handlers);
        this.lines = handlers.stream()
                .map(handler -> new Delivering<>(handler, types, settings, clock))
                .map(delivering -> new ConsumerLine(delivering, deliveries, settings, clock, holder))
                .toList();
        this.registering = registering;
        this.rounds = new Rounds(events, consumers, lines, settings, clock);
        this.hints = hints;
        this.settings = settings;
    }

    private static void requireOneNameEach(List<EventHandler<?>> handlers) {
        Set<String> names = new HashSet<>();
        handlers.forEach(handler -> {
            if (!names.add(handler.consumer())) {
                throw new IllegalStateException("Two consumers are named " + handler.consumer());
            }
        });
    }

    @Override
    public boolean isAutoStartup() {
        return settings.worker();
    }

    @Override
    public synchronized boolean isRunning() {
        return run != null;
    }

    @Override
    public synchronized void start() {
        if (run == null) {
            Sinks.Empty<Void> stop = Sinks.empty();
            Sinks.Empty<Void> ended = Sinks.empty();
            Disposable work = work(stop.asMono())
                    .doFinally(end -> ended.emitEmpty(FAIL_FAST))
                    .subscribe(nothing -> {}, failure -> LOG.error("News is no longer told", failure));
            run = new Run(stop, ended, work);
        }
    }

    private Mono<Void> work(Mono<Void> stop) {
        return registering
                .register(handlers)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofSeconds(1)).maxBackoff(Duration.ofSeconds(30)))
                .thenMany(Flux.merge(deliveries(stop), looking(stop)))
                .then();
    }

    private Flux<Void> deliveries(Mono<Void> stop) {
        return Flux.fromIterable(lines).flatMap(line -> line.work(stop), lines.size() + 1);
    }

    private Flux<Void> looking(Mono<Void> stop) {
        Flux<Boolean> heard = Flux.merge(hints.here(), hints.fromElsewhere());
        return Flux.merge(rounds.on(heard), hints.toElsewhere(), sweeps()).takeUntilOther(stop);
    }

    private Flux<Void> sweeps() {
        List<String> known = lines.stream().map(ConsumerLine::consumer).toList();
        return Flux.interval(SWEEP)
                .onBackpressureDrop()
                .concatMap(tick -> registering.sweep(known).onErrorResume(DeliveryWorker::nextTime), 0);
    }

    private static Mono<Void> nextTime(Throwable failure) {
        LOG.warn("Old events are not swept up just now: {}", failure.toString());
        return Mono.empty();
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public synchronized void stop(Runnable stopped) {
        if (run == null) {
            stopped.run();
            return;
        }
        Run ending = run;
        run = null;
        ending.stop().emitEmpty(FAIL_FAST);
        Disposable unused = ending.ended()
                .asMono()
                .timeout(settings.timeout().plusSeconds(5), Mono.fromRunnable(ending.work()::dispose))
                .doFinally(end -> stopped.run())
                .subscribe();
    }

    /** Ends as a killed process would: whatever is leased stays leased. */
    synchronized void kill() {
        if (run != null) {
            run.work().dispose();
            run = null;
        }
    }

    private record Run(Sinks.Empty<Void> stop, Sinks.Empty<Void> ended, Disposable work) {}
}

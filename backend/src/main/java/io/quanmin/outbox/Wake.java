package io.quanmin.outbox;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** A hint that there is something to do; any number of hints not yet heard are one. */
final class Wake {

    private final AtomicReference<Sinks.Many<Boolean>> listener = new AtomicReference<>(slot());

    private static Sinks.Many<Boolean> slot() {
        return Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(1));
    }

    /** Any thread may call; while nobody listens it is forgotten. */
    void up() {
        Sinks.Many<Boolean> hints = listener.get();
        while (hints.tryEmitNext(true) == Sinks.EmitResult.FAIL_NON_SERIALIZED) {
            Thread.onSpinWait();
        }
    }

    /** For one listener at a time: a new one replaces the last. */
    Flux<Boolean> ups() {
        return Flux.defer(() -> {
            Sinks.Many<Boolean> hints = slot();
            listener.set(hints);
            return hints.asFlux();
        });
    }
}

package io.quanmin.notification.live;

import java.util.concurrent.ArrayBlockingQueue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** A hint to one listener; any number of hints not yet heard are one. */
final class Wake {

    private final Sinks.Many<Boolean> hints = Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(1));

    /** Any thread may call. */
    void up() {
        while (hints.tryEmitNext(true) == Sinks.EmitResult.FAIL_NON_SERIALIZED) {
            Thread.onSpinWait();
        }
    }

    Flux<Boolean> ups() {
        return hints.asFlux();
    }
}

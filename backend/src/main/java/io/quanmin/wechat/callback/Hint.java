package io.quanmin.wechat.callback;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Says on this node that a push has come. No promise: one that nobody hears is made good by the next poll. */
@Component
class Hint {

    private final Sinks.Many<Boolean> hints = Sinks.many().multicast().directBestEffort();

    /** Any thread may call. */
    void give() {
        while (hints.tryEmitNext(true) == Sinks.EmitResult.FAIL_NON_SERIALIZED) {
            Thread.onSpinWait();
        }
    }

    Flux<Boolean> heard() {
        return hints.asFlux();
    }
}

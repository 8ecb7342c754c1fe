package io.quanmin.bench;

import io.quanmin.bench.Contestant.Round;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** So many callers, each sending its next call when its last is answered, for a while. */
record Callers(int count) {

    /** @param call one operation; an error of it ends the round */
    Round call(Mono<?> call, Duration length) {
        long end = System.nanoTime() + length.toNanos();
        AtomicLong done = new AtomicLong();
        Stopwatch watch = new Stopwatch();
        var unused = Flux.range(0, count)
                .flatMap(
                        caller -> call.doOnSuccess(ok -> done.incrementAndGet()).repeat(() -> System.nanoTime() < end),
                        count)
                .blockLast();
        return watch.stop(done.get());
    }
}

package io.quanmin.kernel;

import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Names for the shapes that reactive code repeats; used with {@code transform}. */
public final class Reactive {

    private Reactive() {}

    /** Empty becomes the problem. */
    public static <T> Function<Mono<T>, Mono<T>> orFail(Supplier<? extends Problem> problem) {
        return source -> source.switchIfEmpty(Mono.error(problem));
    }

    /** A statement that must touch one row: no row becomes the problem. */
    public static Function<Mono<Long>, Mono<Void>> exactlyOne(Supplier<? extends Problem> problem) {
        return rows -> rows.flatMap(count -> count == 1 ? Mono.empty() : Mono.error(problem.get()));
    }
}

package io.quanmin.testing;

import java.time.Duration;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Waits for what a test asks of the service; a test may, an event loop may not. */
public final class Await {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Await() {}

    /** The answer, which must come in time and must not be empty. */
    public static <T> T now(Mono<T> answer) {
        return Objects.requireNonNull(answer.block(PATIENCE));
    }

    /** Waits until something is done that answers nothing a test would look at. */
    public static void done(Mono<?> work) {
        work.then().block(PATIENCE);
    }
}

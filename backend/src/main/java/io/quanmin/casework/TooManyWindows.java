package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.time.Duration;

/** Somebody watches their desk in more windows than anybody looks at. */
final class TooManyWindows extends Problem.TooMany {

    private static final Duration WAIT = Duration.ofMinutes(1);

    TooManyWindows() {
        super("too-many-windows", WAIT);
    }
}

package io.quanmin.identity;

import io.quanmin.kernel.Problem;
import java.time.Duration;

/** Somebody does something more often than is allowed; {@link #retryAfter()} says when it is again. */
public final class TooOften extends Problem.TooMany {

    public TooOften(Duration wait) {
        super("too-often", wait, Math.max(1, wait.toSeconds()));
    }
}

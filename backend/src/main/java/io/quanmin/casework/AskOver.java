package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** The time to answer is over, or the case has moved on. */
final class AskOver extends Problem.NotAllowed {

    AskOver() {
        super("ask-over", Map.of());
    }
}

package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.List;
import java.util.Map;

/** The case is not among those to be inspected again. */
final class NotDrawn extends Problem.NotAllowed {

    NotDrawn(List<AllowedStep> allowed) {
        super("not-drawn", Map.of("allowed", allowed));
    }
}

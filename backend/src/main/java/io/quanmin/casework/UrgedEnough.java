package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.List;
import java.util.Map;

/** The reporter urged just now, or as often as the rules allow. */
final class UrgedEnough extends Problem.NotAllowed {

    UrgedEnough(List<AllowedStep> allowed) {
        super("urged-enough", Map.of("allowed", allowed));
    }
}

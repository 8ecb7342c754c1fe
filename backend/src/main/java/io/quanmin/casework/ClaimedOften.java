package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.List;
import java.util.Map;

/** A person claimed this case as often as one may. */
final class ClaimedOften extends Problem.NotAllowed {

    ClaimedOften(List<AllowedStep> allowed) {
        super("claimed-often", Map.of("allowed", allowed));
    }
}

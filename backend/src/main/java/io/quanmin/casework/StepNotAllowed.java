package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.List;
import java.util.Map;

/** The flow has no such step at this stage, or not for this person; {@code allowed} are those it has. */
final class StepNotAllowed extends Problem.NotAllowed {

    StepNotAllowed(List<AllowedStep> allowed) {
        super("step-not-allowed", Map.of("allowed", allowed));
    }
}

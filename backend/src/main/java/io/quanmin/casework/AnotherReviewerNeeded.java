package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.List;
import java.util.Map;

/** After an objection somebody else must review than who rejected. */
final class AnotherReviewerNeeded extends Problem.NotAllowed {

    AnotherReviewerNeeded(List<AllowedStep> allowed) {
        super("another-reviewer-needed", Map.of("allowed", allowed));
    }
}

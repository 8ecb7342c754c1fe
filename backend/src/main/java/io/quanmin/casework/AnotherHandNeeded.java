package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.List;
import java.util.Map;

/** A reopened case is handled by somebody who did not handle it before, where the unit has anybody else. */
final class AnotherHandNeeded extends Problem.NotAllowed {

    AnotherHandNeeded(List<AllowedStep> allowed) {
        super("another-hand-needed", Map.of("allowed", allowed));
    }
}

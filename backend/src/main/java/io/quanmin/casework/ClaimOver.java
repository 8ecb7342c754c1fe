package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** The claim ended before its result came; the photos are still there. */
final class ClaimOver extends Problem.Conflict {

    ClaimOver() {
        super("claim-over", Map.of());
    }
}

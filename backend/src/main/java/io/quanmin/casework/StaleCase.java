package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** Somebody else moved the case meanwhile; {@code current} is the case as it is now. */
final class StaleCase extends Problem.Conflict {

    StaleCase(CaseView current) {
        super("stale-case", Map.of("current", current));
    }
}

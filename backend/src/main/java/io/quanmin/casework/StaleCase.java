package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.Map;

/**
 * Somebody else moved the case meanwhile; {@code current} is the case as it is now: the entries of its timeline beyond the version one
 * looked at say what changed, and by whom.
 */
final class StaleCase extends Problem.Conflict {

    StaleCase(CaseView current) {
        super("stale-case", Map.of("current", current));
    }
}

package io.quanmin.approval;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** Somebody else changed the paper meanwhile; {@code current} is the paper as it is now. */
final class StalePaper extends Problem.Conflict {

    StalePaper(Object current) {
        super("stale-paper", Map.of("current", current));
    }
}

package io.quanmin.identity;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** Who stands in is away themselves, or who is away stands in for somebody: work would go round, or to nobody. */
final class AbsenceOverlaps extends Problem.NotAllowed {

    AbsenceOverlaps() {
        super("absence-overlaps", Map.of());
    }
}

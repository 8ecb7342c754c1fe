package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** Somebody else has opened the case to work on it. */
final class CaseHeld extends Problem.Conflict {

    CaseHeld(HoldView hold) {
        super("case-held", Map.of("by", hold.by(), "until", hold.until()), hold.by());
    }
}

package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** The actor's unit has no task in the case that somebody could see to. */
final class NotToAssign extends Problem.NotAllowed {

    NotToAssign() {
        super("not-to-assign", Map.of());
    }
}

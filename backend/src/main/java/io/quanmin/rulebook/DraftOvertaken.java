package io.quanmin.rulebook;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** Another version came since the draft was begun; it is brought onto that one first. */
public final class DraftOvertaken extends Problem.NotAllowed {

    DraftOvertaken(int base, int newest) {
        super("draft-overtaken", Map.of("newest", newest), base, newest);
    }
}

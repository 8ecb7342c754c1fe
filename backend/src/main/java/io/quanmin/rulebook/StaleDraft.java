package io.quanmin.rulebook;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** Somebody else wrote on the draft meanwhile; {@code current} is the draft as it is now. */
public final class StaleDraft extends Problem.Conflict {

    StaleDraft(Draft current) {
        super("stale-draft", Map.of("current", current));
    }
}

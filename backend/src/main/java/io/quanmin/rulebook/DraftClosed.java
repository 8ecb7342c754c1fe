package io.quanmin.rulebook;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** The draft lies before the working group, or is a version: it stays as it is. */
public final class DraftClosed extends Problem.NotAllowed {

    DraftClosed() {
        super("draft-closed", Map.of());
    }
}

package io.quanmin.approval;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** Only the head of the working group does this. */
final class HeadOnly extends Problem.NotAllowed {

    HeadOnly() {
        super("head-only", Map.of());
    }
}

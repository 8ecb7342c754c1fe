package io.quanmin.approval;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** What needs the approval of the head cannot be proposed by the head, who would have to approve their own. */
final class HeadProposes extends Problem.NotAllowed {

    HeadProposes() {
        super("head-proposes", Map.of());
    }
}

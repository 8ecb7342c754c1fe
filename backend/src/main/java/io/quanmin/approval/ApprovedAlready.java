package io.quanmin.approval;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** Each approver counts once. */
final class ApprovedAlready extends Problem.NotAllowed {

    ApprovedAlready() {
        super("approved-already", Map.of());
    }
}

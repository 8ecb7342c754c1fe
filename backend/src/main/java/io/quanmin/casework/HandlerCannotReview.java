package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.List;
import java.util.Map;

/** Nobody judges what they handled themselves. */
final class HandlerCannotReview extends Problem.NotAllowed {

    HandlerCannotReview(List<AllowedStep> allowed) {
        super("handler-cannot-review", Map.of("allowed", allowed));
    }
}

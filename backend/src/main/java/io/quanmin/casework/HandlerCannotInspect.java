package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.List;
import java.util.Map;

/** Nobody inspects what they handled. */
final class HandlerCannotInspect extends Problem.NotAllowed {

    HandlerCannotInspect(List<AllowedStep> allowed) {
        super("handler-cannot-inspect", Map.of("allowed", allowed));
    }
}

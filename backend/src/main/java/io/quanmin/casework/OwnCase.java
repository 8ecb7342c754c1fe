package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.List;
import java.util.Map;

/** Nobody works on a case they reported themselves. */
final class OwnCase extends Problem.NotAllowed {

    OwnCase(List<AllowedStep> allowed) {
        super("own-case", Map.of("allowed", allowed));
    }
}

package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.List;
import java.util.Map;

/** They review other types of problem. */
final class NotQualified extends Problem.NotAllowed {

    NotQualified(List<AllowedStep> allowed) {
        super("not-qualified", Map.of("allowed", allowed));
    }
}

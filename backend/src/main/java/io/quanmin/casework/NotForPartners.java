package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.List;
import java.util.Map;

/** The rulebook keeps this step for departments. */
final class NotForPartners extends Problem.NotAllowed {

    NotForPartners(List<AllowedStep> allowed) {
        super("not-for-partners", Map.of("allowed", allowed));
    }
}

package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.List;
import java.util.Map;

/** A closed case is inspected again by another person than inspected it first. */
final class AnotherInspectorNeeded extends Problem.NotAllowed {

    AnotherInspectorNeeded(List<AllowedStep> allowed) {
        super("another-inspector-needed", Map.of("allowed", allowed));
    }
}

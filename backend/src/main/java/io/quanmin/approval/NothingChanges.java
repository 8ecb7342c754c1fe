package io.quanmin.approval;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** A draft that is the same as the version before it is nothing to approve. */
final class NothingChanges extends Problem.NotAllowed {

    NothingChanges() {
        super("nothing-changes", Map.of());
    }
}

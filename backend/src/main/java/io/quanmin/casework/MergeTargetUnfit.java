package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** A case can be merged only into another one that is still open. */
final class MergeTargetUnfit extends Problem.NotAllowed {

    MergeTargetUnfit() {
        super("merge-target-unfit", Map.of());
    }
}

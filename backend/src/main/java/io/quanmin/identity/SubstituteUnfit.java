package io.quanmin.identity;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** Who stands in must serve in the same unit, in the same roles and for the same area. */
final class SubstituteUnfit extends Problem.NotAllowed {

    SubstituteUnfit() {
        super("substitute-unfit", Map.of());
    }
}

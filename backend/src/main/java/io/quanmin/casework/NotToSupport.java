package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** One's own case, or one that is done, is not followed this way. */
final class NotToSupport extends Problem.NotAllowed {

    NotToSupport() {
        super("not-to-support", Map.of());
    }
}

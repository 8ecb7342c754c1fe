package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** Somebody else has claimed the case, or it is no longer on offer. */
final class NotOnOffer extends Problem.Conflict {

    NotOnOffer() {
        super("not-on-offer", Map.of());
    }
}

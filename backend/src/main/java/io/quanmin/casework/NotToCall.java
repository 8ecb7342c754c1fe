package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** Nobody is to be called about the case, or somebody has been already. */
final class NotToCall extends Problem.NotAllowed {

    NotToCall() {
        super("not-to-call", Map.of());
    }
}

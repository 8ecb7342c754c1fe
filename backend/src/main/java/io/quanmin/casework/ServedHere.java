package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.List;
import java.util.Map;

/** Who moved a case as staff does not claim it as a citizen. */
final class ServedHere extends Problem.NotAllowed {

    ServedHere(List<AllowedStep> allowed) {
        super("served-here", Map.of("allowed", allowed));
    }
}

package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.List;
import java.util.Map;

/** It was reopened once already, or is closed for too long. */
final class NotToReopen extends Problem.NotAllowed {

    NotToReopen(List<AllowedStep> allowed) {
        super("not-to-reopen", Map.of("allowed", allowed));
    }
}

package io.quanmin.approval;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** Only who made a proposal withdraws it; others decline it. */
final class ProposerOnly extends Problem.NotAllowed {

    ProposerOnly() {
        super("proposer-only", Map.of());
    }
}

package io.quanmin.approval;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** Nobody approves what they proposed or wrote themselves. */
final class OwnProposal extends Problem.NotAllowed {

    OwnProposal() {
        super("own-proposal", Map.of());
    }
}

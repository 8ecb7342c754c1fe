package io.quanmin.approval;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** The proposal was approved, declined or withdrawn before. */
final class ProposalSettled extends Problem.NotAllowed {

    ProposalSettled() {
        super("proposal-settled", Map.of());
    }
}

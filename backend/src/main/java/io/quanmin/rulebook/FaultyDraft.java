package io.quanmin.rulebook;

import io.quanmin.kernel.Problem;
import java.util.List;
import java.util.Map;

/** The draft could not be worked by; {@code faults} are all that is wrong with it. */
public final class FaultyDraft extends Problem.NotAllowed {

    FaultyDraft(List<Fault> faults) {
        super("faulty-draft", Map.of("faults", faults), faults.size());
    }
}

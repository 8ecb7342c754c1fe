package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** A case that others were merged into is theirs too: its reporter cannot take it back. */
final class OthersReportedToo extends Problem.NotAllowed {

    OthersReportedToo() {
        super("others-reported-too", Map.of());
    }
}

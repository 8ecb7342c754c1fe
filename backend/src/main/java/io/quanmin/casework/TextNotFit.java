package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** The content check refuses the words. */
final class TextNotFit extends Problem.NotAllowed {

    TextNotFit() {
        super("text-not-fit", Map.of());
    }
}

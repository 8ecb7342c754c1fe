package io.quanmin.kernel;

import java.util.Map;

/** The content check refuses the words. */
public final class TextNotFit extends Problem.NotAllowed {

    public TextNotFit() {
        super("text-not-fit", Map.of());
    }
}

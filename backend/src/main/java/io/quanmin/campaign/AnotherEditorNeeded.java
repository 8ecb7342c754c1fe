package io.quanmin.campaign;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** Words that no machine passed are published by somebody other than who wrote them. */
final class AnotherEditorNeeded extends Problem.NotAllowed {

    AnotherEditorNeeded() {
        super("another-editor-needed", Map.of());
    }
}

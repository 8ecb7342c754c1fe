package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** The person keeps as many views of their desk as one may. */
final class TooManyViews extends Problem.NotAllowed {

    TooManyViews() {
        super("too-many-views", Map.of("most", DeskViews.MOST));
    }
}

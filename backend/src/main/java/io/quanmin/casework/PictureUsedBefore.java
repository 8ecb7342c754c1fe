package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** A picture of the result looks the same as one that was used elsewhere. */
final class PictureUsedBefore extends Problem.NotAllowed {

    PictureUsedBefore() {
        super("picture-used-before", Map.of());
    }
}

package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** A photo of the result does not say where or when it was taken, and the rules ask for it. */
final class PhotoUnproven extends Problem.NotAllowed {

    PhotoUnproven() {
        super("photo-unproven", Map.of());
    }
}

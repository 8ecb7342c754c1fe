package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** A photo of the result was taken too long ago. */
final class PhotoTooOld extends Problem.NotAllowed {

    PhotoTooOld(long hours) {
        super("photo-too-old", Map.of("hours", hours), hours);
    }
}

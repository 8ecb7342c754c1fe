package io.quanmin.media;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** Somebody else covered parts of the same photo at the same time. */
final class PhotoRedactedMeanwhile extends Problem.Conflict {

    PhotoRedactedMeanwhile() {
        super("photo-redacted-meanwhile", Map.of());
    }
}

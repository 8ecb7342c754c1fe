package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** A photo of afterwards is older than the claim, or one of before older than the report. */
final class PhotoTakenEarlier extends Problem.NotAllowed {

    PhotoTakenEarlier() {
        super("photo-taken-earlier", Map.of());
    }
}

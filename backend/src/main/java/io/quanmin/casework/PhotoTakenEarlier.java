package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** A photo of afterwards is older than the claim, one of before older than the report, or afterwards came before. */
final class PhotoTakenEarlier extends Problem.NotAllowed {

    PhotoTakenEarlier() {
        super("photo-taken-earlier", Map.of());
    }
}

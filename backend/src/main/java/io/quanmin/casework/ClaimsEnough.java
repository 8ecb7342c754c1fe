package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** A person holds as many claims as one may at once. */
final class ClaimsEnough extends Problem.NotAllowed {

    ClaimsEnough(int most) {
        super("claims-enough", Map.of("most", most), most);
    }
}

package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** A photo of the result, or the phone that sent it, was too far from the case. */
final class ResultTooFar extends Problem.NotAllowed {

    ResultTooFar(long metres, long most) {
        super("result-too-far", Map.of("metres", metres, "most", most), metres, most);
    }
}

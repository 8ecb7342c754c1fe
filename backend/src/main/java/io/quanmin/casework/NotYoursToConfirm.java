package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** Nobody confirms what is their own matter: reported, handled or decided on by them, in whatever account. */
final class NotYoursToConfirm extends Problem.NotAllowed {

    NotYoursToConfirm() {
        super("not-yours-to-confirm", Map.of());
    }
}

package io.quanmin.volunteer;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** Only for who enrolled and, where that matters, has passed the quiz. */
public final class NotAVolunteer extends Problem.NotAllowed {

    public NotAVolunteer() {
        super("not-a-volunteer", Map.of());
    }
}

package io.quanmin.approval;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** Only members of the working group see and do this. */
final class NotOfTheGroup extends Problem.NotAllowed {

    NotOfTheGroup() {
        super("not-of-the-group", Map.of());
    }
}

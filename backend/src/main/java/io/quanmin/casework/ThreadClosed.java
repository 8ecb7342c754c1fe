package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** Somebody who was not called wants to speak, or the case is done, or all that can be said has been. */
final class ThreadClosed extends Problem.NotAllowed {

    ThreadClosed() {
        super("thread-closed", Map.of());
    }
}

package io.quanmin.approval;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** Signed minutes stay as they are. */
final class MeetingSigned extends Problem.NotAllowed {

    MeetingSigned() {
        super("meeting-signed", Map.of());
    }
}

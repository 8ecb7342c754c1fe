package io.quanmin.media;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** A direct upload was announced as done, and the store has nothing. */
public final class PhotoNotArrived extends Problem.NotAllowed {

    public PhotoNotArrived() {
        super("photo-not-arrived", Map.of());
    }
}

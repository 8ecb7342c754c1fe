package io.quanmin.media;

import io.quanmin.kernel.Problem;
import java.time.Duration;

/** Too many photos arrive at once; this one should come again in a moment. */
public final class UploadsBusy extends Problem.Unavailable {

    public UploadsBusy() {
        super("uploads-busy", Duration.ofSeconds(10));
    }
}

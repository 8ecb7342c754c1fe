package io.quanmin.media;

import io.quanmin.kernel.Problem;
import java.time.Duration;

/** The store of photos does not answer, or refuses us. */
public final class PhotoStoreAway extends Problem.Unavailable {

    public PhotoStoreAway() {
        super("photo-store-away", Duration.ofSeconds(10));
    }
}

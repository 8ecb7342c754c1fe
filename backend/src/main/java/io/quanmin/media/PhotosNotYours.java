package io.quanmin.media;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** A photo is unknown, somebody else's, or already part of something else. */
public final class PhotosNotYours extends Problem.NotAllowed {

    public PhotosNotYours() {
        super("photos-not-yours", Map.of());
    }
}

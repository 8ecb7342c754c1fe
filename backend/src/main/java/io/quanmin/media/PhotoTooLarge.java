package io.quanmin.media;

import io.quanmin.kernel.Problem;

/** More bytes than the limit. */
public final class PhotoTooLarge extends Problem.TooLarge {

    public PhotoTooLarge(long megabytes) {
        super("photo-too-large", megabytes);
    }
}

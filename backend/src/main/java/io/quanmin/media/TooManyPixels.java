package io.quanmin.media;

import io.quanmin.kernel.Problem;

/** More pixels than the limit. */
public final class TooManyPixels extends Problem.TooLarge {

    public TooManyPixels(long megapixels) {
        super("too-many-pixels", megapixels);
    }
}

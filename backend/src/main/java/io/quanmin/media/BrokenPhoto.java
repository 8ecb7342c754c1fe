package io.quanmin.media;

import io.quanmin.kernel.Problem;

/** It begins like a photo and is not a whole one, or it is something else as well. */
public final class BrokenPhoto extends Problem.BadInput {

    public BrokenPhoto() {
        super("broken-photo");
    }
}

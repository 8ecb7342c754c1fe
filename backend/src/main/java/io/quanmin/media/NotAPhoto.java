package io.quanmin.media;

import io.quanmin.kernel.Problem;

/** The content is none of JPEG, PNG, WebP and HEIC, whatever it calls itself. */
public final class NotAPhoto extends Problem.UnsupportedContent {

    public NotAPhoto() {
        super("not-a-photo");
    }
}

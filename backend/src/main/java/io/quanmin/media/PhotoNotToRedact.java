package io.quanmin.media;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** Nothing of the photo is shown but a placeholder: there is nothing to cover. */
final class PhotoNotToRedact extends Problem.NotAllowed {

    PhotoNotToRedact() {
        super("photo-not-to-redact", Map.of());
    }
}

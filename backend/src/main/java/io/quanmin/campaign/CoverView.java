package io.quanmin.campaign;

import io.quanmin.media.PhotoLinks;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The picture over an article. */
record CoverView(URI picture, URI thumbnail) {

    static @Nullable CoverView of(@Nullable PhotoLinks links) {
        return links == null ? null : new CoverView(links.picture(), links.thumbnail());
    }
}

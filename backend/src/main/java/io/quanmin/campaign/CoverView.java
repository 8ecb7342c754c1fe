package io.quanmin.campaign;

import io.quanmin.kernel.Id;
import io.quanmin.media.PhotoLinks;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The picture over an article.
 *
 * @param id of the photo: an editor who changes only words sends it back
 */
record CoverView(Id id, URI picture, URI thumbnail) {

    static @Nullable CoverView of(Id id, @Nullable PhotoLinks links) {
        return links == null ? null : new CoverView(id, links.picture(), links.thumbnail());
    }
}

package io.quanmin.casework;

import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import io.quanmin.media.Photo;
import io.quanmin.media.PhotoLinks;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Photos that came with answers, as somebody may see them. */
final class AskPhotos {

    private AskPhotos() {}

    /** In order, without those the viewer may not see. */
    static List<PhotoView> views(
            List<Id> photos, Map<Id, PhotoLinks> links, Map<Id, Photo> known, @Nullable GeoPoint place) {
        return photos.stream()
                .filter(links::containsKey)
                .map(id -> PhotoView.of(id, Objects.requireNonNull(links.get(id)), known.get(id), place))
                .toList();
    }
}

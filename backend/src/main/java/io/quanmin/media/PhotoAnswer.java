package io.quanmin.media;

import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A photo as its uploader and staff see it; what EXIF says is offered as the report's place and time. */
record PhotoAnswer(
        Id id,
        int width,
        int height,
        URI thumbnail,
        URI picture,
        boolean placeholder,
        @Nullable Instant takenAt,
        @Nullable GeoPoint takenFrom) {

    static PhotoAnswer of(KeptPhoto photo, PhotoLinks links) {
        return new PhotoAnswer(
                photo.id(),
                links.width(),
                links.height(),
                links.thumbnail(),
                links.picture(),
                links.placeholder(),
                photo.takenAt(),
                photo.takenFrom());
    }
}

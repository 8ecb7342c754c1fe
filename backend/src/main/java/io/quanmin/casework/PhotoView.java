package io.quanmin.casework;

import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import io.quanmin.media.Photo;
import io.quanmin.media.PhotoLinks;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A photo of a case, with links that hold for a while.
 *
 * @param screening whether the public sees it; for staff
 * @param evidence for staff
 */
record PhotoView(
        Id id,
        URI picture,
        URI thumbnail,
        int width,
        int height,
        boolean placeholder,
        Photo.@Nullable Screening screening,
        @Nullable Evidence evidence) {

    /**
     * @param photo what staff may know of it
     * @param place reported
     */
    static PhotoView of(Id id, PhotoLinks links, @Nullable Photo photo, @Nullable GeoPoint place) {
        return new PhotoView(
                id,
                links.picture(),
                links.thumbnail(),
                links.width(),
                links.height(),
                links.placeholder(),
                photo == null ? null : photo.screening(),
                photo == null ? null : Evidence.of(photo, place));
    }

    /**
     * What the camera wrote into the photo; for staff.
     *
     * @param distance metres from the place reported
     */
    record Evidence(
            @Nullable Instant takenAt,
            @Nullable GeoPoint takenFrom,
            @Nullable Double distance) {

        static Evidence of(Photo photo, @Nullable GeoPoint place) {
            GeoPoint from = photo.takenFrom();
            Double distance = from == null || place == null ? null : Sphere.metres(from, place);
            return new Evidence(photo.takenAt(), from, distance);
        }
    }
}

package io.quanmin.media;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import io.quanmin.media.Photo.Screening;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A photo's row.
 *
 * @param uploader absent once forgotten
 * @param size of the original in bytes
 * @param width of the picture served; 0 of a placeholder
 * @param copy which copies are served; empty for the first
 * @param hash perceptual; absent of a placeholder
 */
record KeptPhoto(
        Id id,
        @Nullable Id uploader,
        PhotoFormat format,
        long size,
        int width,
        int height,
        @Nullable Instant takenAt,
        @Nullable GeoPoint takenFrom,
        @Nullable Long hash,
        Instant uploadedAt,
        Screening screening,
        String copy) {

    /** A placeholder shows nothing to be judged, and WeChat judges only what somebody with an openid shows. */
    static KeptPhoto of(Id id, Actor uploader, Examined photo, Instant now) {
        Copies copies = photo.copies();
        return new KeptPhoto(
                id,
                uploader.person(),
                photo.format(),
                photo.size(),
                copies.width(),
                copies.height(),
                photo.evidence().takenAt(),
                photo.evidence().takenFrom(),
                copies.hash(),
                now,
                copies.isPlaceholder() || uploader.openid() == null ? Screening.FOR_PERSON : Screening.PENDING,
                "");
    }

    boolean isPlaceholder() {
        return width == 0;
    }

    boolean isOf(Id person) {
        return person.equals(uploader);
    }

    Photo known() {
        return new Photo(id, width, height, takenAt, takenFrom, uploadedAt, screening);
    }
}

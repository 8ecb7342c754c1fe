package io.quanmin.media;

import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a photo. Evidence: not for the public.
 *
 * @param takenAt from EXIF; the camera's clock, read in the city's zone when it names none
 * @param takenFrom from EXIF, WGS-84
 * @param width of the upright copy in pixels; 0 while no decoder could read it
 */
public record Photo(
        Id id,
        int width,
        int height,
        @Nullable Instant takenAt,
        @Nullable GeoPoint takenFrom,
        Instant uploadedAt,
        Screening screening) {

    /** Whether the public may see it. */
    public enum Screening {
        /** Waiting for the content check. */
        PENDING,
        PASSED,
        /** A person must look: doubtful, or it could not be checked in time. */
        FOR_PERSON,
        HIDDEN
    }
}

package io.quanmin.media;

import com.drew.lang.ByteArrayReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import io.quanmin.kernel.Datum;
import io.quanmin.kernel.GeoPoint;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * What the camera wrote beside the pixels.
 *
 * @param takenFrom WGS-84, as EXIF demands
 * @param orientation 1 to 8; 1 stands upright
 */
record Evidence(@Nullable Instant takenAt, @Nullable GeoPoint takenFrom, int orientation) {

    static final Evidence NONE = new Evidence(null, null, 1);

    /**
     * Reads a TIFF block. Cameras and editors write it badly; what cannot be read is left out and nothing fails.
     *
     * @param zone of a time that names none
     */
    static Evidence read(byte @Nullable [] exif, ZoneId zone) {
        if (exif == null || exif.length == 0) {
            return NONE;
        }
        Metadata metadata = new Metadata();
        try {
            new ExifReader().extract(new ByteArrayReader(exif), metadata);
        } catch (RuntimeException malformed) {
            // What was read before the fault still counts.
            return of(metadata, zone);
        }
        return of(metadata, zone);
    }

    private static Evidence of(Metadata metadata, ZoneId zone) {
        return new Evidence(takenAt(metadata, zone), takenFrom(metadata), orientation(metadata));
    }

    private static @Nullable Instant takenAt(Metadata metadata, ZoneId zone) {
        TimeZone unnamed = TimeZone.getTimeZone(zone);
        return Optional.ofNullable(metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class))
                .map(directory -> directory.getDateOriginal(unnamed))
                .map(Date::toInstant)
                .orElse(null);
    }

    private static @Nullable GeoPoint takenFrom(Metadata metadata) {
        return metadata.getDirectoriesOfType(GpsDirectory.class).stream()
                .map(GpsDirectory::getGeoLocation)
                .filter(place -> place != null && !place.isZero())
                .filter(place -> GeoPoint.onEarth(place.getLongitude(), place.getLatitude()))
                .findFirst()
                .map(Evidence::point)
                .orElse(null);
    }

    private static GeoPoint point(GeoLocation place) {
        return new GeoPoint(place.getLongitude(), place.getLatitude(), Datum.WGS84);
    }

    private static int orientation(Metadata metadata) {
        @Nullable ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        if (directory == null || !directory.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) {
            return 1;
        }
        try {
            int orientation = directory.getInt(ExifIFD0Directory.TAG_ORIENTATION);
            return orientation >= 1 && orientation <= 8 ? orientation : 1;
        } catch (MetadataException unreadable) {
            return 1;
        }
    }
}

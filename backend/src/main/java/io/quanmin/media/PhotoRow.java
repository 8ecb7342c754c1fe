package io.quanmin.media;

import io.quanmin.kernel.Datum;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import io.quanmin.media.Photo.Screening;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** How a photo is written into a row and read from one. */
final class PhotoRow {

    static final String COLUMNS = """
            district, id, uploader_district, uploader, format, size, width, height,
            taken_at, taken_longitude, taken_latitude, hash, uploaded_at, screening, copy\
            """;

    private PhotoRow() {}

    static KeptPhoto read(Readable row) {
        return new KeptPhoto(
                id(row, "district", "id"),
                row.get("uploader", UUID.class) == null ? null : id(row, "uploader_district", "uploader"),
                PhotoFormat.valueOf(get(row, "format", String.class)),
                get(row, "size", Long.class),
                get(row, "width", Integer.class),
                get(row, "height", Integer.class),
                row.get("taken_at", Instant.class),
                takenFrom(row),
                row.get("hash", Long.class),
                get(row, "uploaded_at", Instant.class),
                Screening.valueOf(get(row, "screening", String.class)),
                get(row, "copy", String.class));
    }

    static Id id(Readable row, String district, String value) {
        return new Id(get(row, district, String.class), get(row, value, UUID.class));
    }

    private static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }

    private static @Nullable GeoPoint takenFrom(Readable row) {
        @Nullable Double longitude = row.get("taken_longitude", Double.class);
        @Nullable Double latitude = row.get("taken_latitude", Double.class);
        return longitude == null || latitude == null ? null : new GeoPoint(longitude, latitude, Datum.WGS84);
    }

    static GenericExecuteSpec bind(GenericExecuteSpec sql, KeptPhoto photo) {
        @Nullable GeoPoint from = photo.takenFrom();
        GenericExecuteSpec bound = sql.bind("district", photo.id().district())
                .bind("id", photo.id().value())
                .bind("format", photo.format().name())
                .bind("size", photo.size())
                .bind("width", photo.width())
                .bind("height", photo.height())
                .bind("uploadedAt", photo.uploadedAt())
                .bind("screening", photo.screening().name());
        bound = orNull(bound, "takenAt", photo.takenAt(), Instant.class);
        bound = orNull(bound, "hash", photo.hash(), Long.class);
        bound = orNull(bound, "longitude", from == null ? null : from.longitude(), Double.class);
        return orNull(bound, "latitude", from == null ? null : from.latitude(), Double.class);
    }

    private static <T> GenericExecuteSpec orNull(
            GenericExecuteSpec sql, String name, @Nullable T value, Class<T> type) {
        return value == null ? sql.bindNull(name, type) : sql.bind(name, value);
    }
}

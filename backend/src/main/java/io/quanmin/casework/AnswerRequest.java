package io.quanmin.casework;

import io.quanmin.kernel.Datum;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it comes; nothing of it is trusted.
 *
 * @param answer {@code YES}, {@code NO} or {@code CANNOT_FIND}
 * @param point where it is given, to say that it was given there; only the distance is kept
 */
record AnswerRequest(
        @Nullable String answer,
        @Nullable String note,
        @Nullable List<@Nullable String> photos,
        @Nullable Point point) {

    private static final int WORDS = 500;
    private static final int PHOTOS = 3;

    /** Reads it; fails with {@code InvalidFields} that name all that is wrong. */
    Given read() {
        Fields fields = new Fields();
        Given given = new Given(
                answer(fields),
                fields.maybeWords("note", note, WORDS),
                fields.photos("photos", photos, 0, PHOTOS),
                point == null ? null : point.read(fields));
        fields.check();
        return given;
    }

    private About.Answer answer(Fields fields) {
        try {
            return About.Answer.valueOf(answer == null ? "" : answer.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            fields.refuse("answer", "unknown", "请选择“是”“不是”或“找不到”");
            return About.Answer.CANNOT_FIND;
        }
    }

    /** A place on earth. */
    record Point(
            @Nullable Double longitude,
            @Nullable Double latitude,
            @Nullable Datum datum) {

        @Nullable
        GeoPoint read(Fields fields) {
            if (longitude == null || latitude == null || datum == null || !GeoPoint.onEarth(longitude, latitude)) {
                fields.refuse("point", "not-on-earth", "位置需要经度、纬度和坐标系");
                return null;
            }
            return new GeoPoint(longitude, latitude, datum);
        }
    }

    /** An answer that can be taken. */
    record Given(
            About.Answer answer,
            @Nullable String note,
            List<Id> photos,
            @Nullable GeoPoint point) {}
}

package io.quanmin.casework;

import io.quanmin.kernel.Datum;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a report as it comes; nothing of it is trusted.
 *
 * @param anonymous to the public; so is who does not say
 * @param answers to what is asked about the type, by code of the question
 */
record ReportRequest(
        @Nullable String type,
        @Nullable String description,
        @Nullable Place place,
        @Nullable List<@Nullable String> photos,
        @Nullable Boolean anonymous,
        @Nullable Boolean hiddenFromHandlers,
        @Nullable Map<String, @Nullable String> answers) {

    private static final int DESCRIPTION = 1_000;
    private static final int ADDRESS = 200;
    private static final int PHOTOS = 9;
    private static final int CODE = 64;
    private static final Spot NOWHERE = new Spot.Community("", "");

    /** Reads it; fails with {@code InvalidFields} that name all that is wrong. */
    Report read() {
        Fields fields = new Fields();
        Report report = read(fields, "photos", 0, List.of(), null);
        fields.check();
        return report;
    }

    /**
     * Reads it as part of a greater body.
     *
     * @param pictures what the field of its photos is called
     */
    Report read(Fields fields, String pictures, int least, List<Id> after, @Nullable GeoPoint position) {
        return new Report(
                fields.words("type", type, CODE),
                fields.words("description", description, DESCRIPTION),
                spot(fields),
                fields.photos(pictures, photos, least, PHOTOS),
                !Boolean.FALSE.equals(anonymous),
                Boolean.TRUE.equals(hiddenFromHandlers),
                FormAnswers.read(answers, fields),
                after,
                position);
    }

    private Spot spot(Fields fields) {
        if (place == null) {
            fields.refuse("place", "required", "请选择问题所在的位置");
            return NOWHERE;
        }
        return place.area() == null ? point(place, fields) : community(place, fields);
    }

    private static Spot community(Place place, Fields fields) {
        String area = fields.words("place.area", place.area(), CODE);
        return new Spot.Community(area, fields.words("place.address", place.address(), ADDRESS));
    }

    private static Spot point(Place place, Fields fields) {
        Double east = place.longitude();
        Double north = place.latitude();
        Datum datum = place.datum();
        if (east == null || north == null || datum == null) {
            fields.refuse("place", "incomplete", "位置需要经度、纬度和坐标系，或社区与地址");
            return NOWHERE;
        }
        if (!GeoPoint.onEarth(east, north)) {
            fields.refuse("place", "not-on-earth", "坐标不在地球上");
            return NOWHERE;
        }
        String address = fields.maybeWords("place.address", place.address(), ADDRESS);
        return new Spot.Point(new GeoPoint(east, north, datum), accuracy(place, fields), address);
    }

    private static @Nullable Double accuracy(Place place, Fields fields) {
        Double accuracy = place.accuracy();
        if (accuracy != null && !(accuracy >= 0 && accuracy < Double.POSITIVE_INFINITY)) {
            fields.refuse("place.accuracy", "out-of-range", "定位精度应为不小于零的米数");
            return null;
        }
        return accuracy;
    }

    /**
     * Where: a point, or a community and an address.
     *
     * @param accuracy metres
     * @param area code of a division
     */
    record Place(
            @Nullable Double longitude,
            @Nullable Double latitude,
            @Nullable Datum datum,
            @Nullable Double accuracy,
            @Nullable String area,
            @Nullable String address) {}
}

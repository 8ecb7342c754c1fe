package io.quanmin.volunteer;

import io.quanmin.kernel.Datum;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Texts;
import io.quanmin.kernel.Violation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody cares for, as it comes; nothing of it is trusted. */
record WishRequest(
        @Nullable List<@Nullable String> areas,
        @Nullable List<@Nullable String> kinds,
        @Nullable Point point) {

    /** The codes as given, without what is blank and without twins. */
    static List<String> codes(@Nullable List<@Nullable String> given) {
        return given == null
                ? List.of()
                : given.stream()
                        .filter(Objects::nonNull)
                        .map(Texts::clean)
                        .filter(code -> !code.isEmpty())
                        .distinct()
                        .toList();
    }

    /** The point chosen; absent without one, and after a violation. */
    @Nullable
    GeoPoint chosen(List<Violation> violations) {
        if (point == null) {
            return null;
        }
        Double east = point.longitude();
        Double north = point.latitude();
        Datum datum = point.datum();
        if (east == null || north == null || datum == null || !GeoPoint.onEarth(east, north)) {
            violations.add(new Violation("point", "not-on-earth", "位置需要经度、纬度和坐标系"));
            return null;
        }
        return new GeoPoint(east, north, datum);
    }

    /** A place on a map. */
    record Point(
            @Nullable Double longitude,
            @Nullable Double latitude,
            @Nullable Datum datum) {}
}

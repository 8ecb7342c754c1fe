package io.quanmin.casework;

import io.quanmin.kernel.Datum;
import io.quanmin.kernel.GeoPoint;
import org.jspecify.annotations.Nullable;

/** Where a phone stood when a result was sent, as it comes: only ever compared with the case, never kept. */
record Position(
        @Nullable Double longitude,
        @Nullable Double latitude,
        @Nullable Datum datum) {

    static @Nullable GeoPoint read(Fields fields, @Nullable Position position) {
        if (position == null) {
            return null;
        }
        Double east = position.longitude();
        Double north = position.latitude();
        Datum given = position.datum();
        if (east == null || north == null || given == null || !GeoPoint.onEarth(east, north)) {
            fields.refuse("position", "not-on-earth", "位置需要经度、纬度和坐标系");
            return null;
        }
        return new GeoPoint(east, north, given);
    }
}

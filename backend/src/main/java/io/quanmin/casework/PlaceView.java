package io.quanmin.casework;

import io.quanmin.kernel.Datum;
import io.quanmin.kernel.GeoPoint;
import org.jspecify.annotations.Nullable;

/** Where a problem is, as the phones' maps want it. */
record PlaceView(
        @Nullable Double longitude,
        @Nullable Double latitude,
        @Nullable Datum datum,
        String address,
        String areaName,
        boolean outside) {

    /**
     * @param address as this viewer may read it
     * @param point in the datum of the maps; absent where only a community was named
     */
    static PlaceView of(CasePlace place, String address, @Nullable GeoPoint point) {
        return new PlaceView(
                point == null ? null : point.longitude(),
                point == null ? null : point.latitude(),
                point == null ? null : point.datum(),
                address,
                place.areaName(),
                place.outside());
    }
}

package io.quanmin.casework;

import io.quanmin.kernel.GeoPoint;
import org.jspecify.annotations.Nullable;

/** Where a reporter says a problem is. */
sealed interface Spot {

    /** What they wrote about it; absent where the place is looked up. */
    @Nullable
    String address();

    /** A point of their phone or map. */
    record Point(
            GeoPoint point,
            @Nullable Double accuracy,
            @Nullable String address) implements Spot {}

    /** Without permission for the phone's position: a community and an address. */
    record Community(String area, String address) implements Spot {}
}

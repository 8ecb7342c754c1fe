package io.quanmin.casework;

import io.quanmin.kernel.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * Where a problem is.
 *
 * @param area code of the smallest division known; the city's own for what lies outside
 * @param point in WGS-84; absent where only a community was named
 * @param given as the reporter's phone gave it, in its own datum
 * @param accuracy metres, as the phone said
 */
record CasePlace(
        String area,
        String areaName,
        boolean outside,
        String address,
        @Nullable GeoPoint point,
        @Nullable GeoPoint given,
        @Nullable Double accuracy) {}

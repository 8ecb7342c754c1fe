package io.quanmin.casework;

import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies around a case, for the map beside it; everything in WGS-84.
 *
 * @param point of the case; absent where only a community was named
 * @param gridCell code of the cell it lies in; absent outside
 * @param nearby open cases, nearest first
 */
record SurroundingsView(@Nullable GeoPoint point, @Nullable String gridCell, List<Neighbour> nearby) {

    static final SurroundingsView NOWHERE = new SurroundingsView(null, null, List.of());

    /** @param distance metres */
    record Neighbour(Id id, String number, Named type, Named stage, GeoPoint point, double distance) {}
}

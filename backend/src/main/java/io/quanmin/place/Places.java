package io.quanmin.place;

import io.quanmin.kernel.GeoPoint;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Finds out where a point is. Answers from memory, without blocking. */
public interface Places {

    /** The divisions and the grid cell a point lies in; of a point outside the city, the city itself. */
    Whereabouts locate(GeoPoint point);

    /** A division by its code. */
    Optional<Division> division(String code);

    /** An address for people, from the configured service or the offline gazetteer; never fails, may be coarse. */
    Mono<String> address(GeoPoint point);

    /** The same point in WGS-84. */
    GeoPoint toWgs84(GeoPoint point);

    /** The same point in GCJ-02. */
    GeoPoint toGcj02(GeoPoint point);
}

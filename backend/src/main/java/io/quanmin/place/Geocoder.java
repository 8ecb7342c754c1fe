package io.quanmin.place;

import io.quanmin.kernel.GeoPoint;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** A map service on the network that knows addresses. */
interface Geocoder {

    /** The address of a WGS-84 point. Errors are those of the network. */
    Mono<Answer> ask(GeoPoint wgs84);

    /** What such a service says. */
    sealed interface Answer {

        record Found(String address) implements Answer {}

        /** It has no address there; asking again would not help. */
        record Nothing() implements Answer {}

        /**
         * It does not serve us now.
         *
         * @param pause how long not to ask again
         */
        record Refused(int code, String message, Duration pause) implements Answer {}
    }
}

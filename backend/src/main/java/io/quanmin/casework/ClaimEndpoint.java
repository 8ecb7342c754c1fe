package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.Datum;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.PageRequest;
import io.quanmin.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Cases citizens may solve themselves. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Allowed(Role.CITIZEN)
class ClaimEndpoint {

    private static final int FARTHEST_METRES = 5_000;
    private static final int MOST = 100;

    private final Offers offers;

    ClaimEndpoint(Offers offers) {
        this.offers = offers;
    }

    /** What may be claimed around a place, nearest first. */
    @GetMapping("/cases/offered")
    Mono<Page<CaseSummary>> offered(
            @RequestParam double longitude,
            @RequestParam double latitude,
            @RequestParam Datum datum,
            @RequestParam(defaultValue = "2000") double radius,
            @RequestParam(defaultValue = "20") int limit) {
        if (!GeoPoint.onEarth(longitude, latitude)) {
            throw new InvalidFields("longitude", "not-on-earth", "坐标不在地球上");
        }
        GeoPoint point = new GeoPoint(longitude, latitude, datum);
        double metres = Double.isNaN(radius) ? FARTHEST_METRES : Math.clamp(radius, 0, FARTHEST_METRES);
        return offers.around(point, metres, Math.clamp(limit, 1, MOST)).map(items -> new Page<>(items, null));
    }

    /** What one should know beforehand. */
    @GetMapping("/claims/terms")
    Mono<ClaimTerms> terms() {
        return offers.terms();
    }

    /** What I have claimed, or solved on the spot, newest first. */
    @GetMapping("/claims/mine")
    Mono<Page<CaseSummary>> mine(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return offers.of(actor, PageRequest.read(after, limit));
    }
}

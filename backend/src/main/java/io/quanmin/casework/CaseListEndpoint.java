package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Allowed;
import io.quanmin.kernel.Anyone;
import io.quanmin.kernel.Datum;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Page;
import io.quanmin.kernel.PageRequest;
import io.quanmin.kernel.Role;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lists of cases for citizens. */
@RestController
@RequestMapping(path = "/api/v1/cases", produces = MediaType.APPLICATION_JSON_VALUE)
class CaseListEndpoint {

    private static final CacheControl BRIEFLY =
            CacheControl.maxAge(Duration.ofSeconds(10)).cachePublic();
    private static final int FARTHEST_METRES = 5_000;
    private static final int MOST = 100;

    private final Listing listing;

    CaseListEndpoint(Listing listing) {
        this.listing = listing;
    }

    /** What I reported, newest first. */
    @Allowed(Role.CITIZEN)
    @GetMapping("/mine")
    Mono<Page<CaseSummary>> mine(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return listing.mine(actor, PageRequest.read(after, limit));
    }

    /** What everybody may see, newest first. */
    @Anyone
    @GetMapping("/public")
    Mono<ResponseEntity<Page<CaseSummary>>> shown(
            @ParameterObject CaseFilter.Asked asked,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return listing.shown(asked.filter(), PageRequest.read(after, limit))
                .map(page -> ResponseEntity.ok()
                        .cacheControl(BRIEFLY)
                        .eTag(Tag.of(page))
                        .body(page));
    }

    /** What everybody may see around a place, nearest first. */
    @Anyone
    @GetMapping("/nearby")
    Mono<Page<CaseSummary>> nearby(
            @ParameterObject CaseFilter.Asked asked,
            @RequestParam double longitude,
            @RequestParam double latitude,
            @RequestParam Datum datum,
            @RequestParam(defaultValue = "1000") double radius,
            @RequestParam(defaultValue = "20") int limit) {
        if (!GeoPoint.onEarth(longitude, latitude)) {
            throw new InvalidFields("longitude", "not-on-earth", "坐标不在地球上");
        }
        GeoPoint point = new GeoPoint(longitude, latitude, datum);
        double metres = Double.isNaN(radius) ? FARTHEST_METRES : Math.clamp(radius, 0, FARTHEST_METRES);
        return listing.nearby(point, metres, asked.filter(), Math.clamp(limit, 1, MOST))
                .map(items -> new Page<>(items, null));
    }
}

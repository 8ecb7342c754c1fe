package io.quanmin.place;

import io.quanmin.kernel.Anyone;
import io.quanmin.kernel.Datum;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.InvalidFields;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Divisions, grid cells and where a point is, for everybody. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class PlaceEndpoint {

    private final Atlas atlas;
    private final Places places;
    private final MapFile gridCells;
    private final String divisionsTag;

    PlaceEndpoint(Atlas atlas, Places places, PlaceSettings settings) {
        this.atlas = atlas;
        this.places = places;
        this.gridCells = MapFile.read(settings.gridCells());
        this.divisionsTag = MapFile.read(settings.divisions()).tag();
    }

    @Anyone
    @GetMapping("/divisions")
    ResponseEntity<Collection<Division>> divisions() {
        return ResponseEntity.ok().eTag(divisionsTag).body(atlas.divisions());
    }

    @Anyone
    @GetMapping("/grid-cells.geojson")
    ResponseEntity<byte[]> gridCells() {
        return ResponseEntity.ok()
                .eTag(gridCells.tag())
                .contentType(MediaType.APPLICATION_JSON)
                .body(gridCells.content());
    }

    @Anyone
    @GetMapping("/whereabouts")
    Mono<Located> whereabouts(
            @RequestParam double longitude,
            @RequestParam double latitude,
            @RequestParam(defaultValue = "GCJ02") Datum datum) {
        if (!GeoPoint.onEarth(longitude, latitude)) {
            return Mono.error(new InvalidFields("longitude", "not-on-earth", "经纬度超出范围"));
        }
        GeoPoint point = new GeoPoint(longitude, latitude, datum);
        return places.address(point).map(address -> Located.of(places.locate(point), address));
    }

    record Located(
            String district, String area, @Nullable String gridCell, String name, boolean outside, String address) {

        static Located of(Whereabouts where, String address) {
            return new Located(
                    where.district(), where.area(), where.gridCell(), where.name(), where.outside(), address);
        }
    }
}

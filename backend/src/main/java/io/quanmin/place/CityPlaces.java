package io.quanmin.place;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.place.Division.Level;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The city's places, answered from the {@link Atlas}. */
@Service
final class CityPlaces implements Places {

    private final Atlas atlas;
    private final Addresses addresses;
    private final CitySettings city;

    CityPlaces(Atlas atlas, Addresses addresses, CitySettings city) {
        this.atlas = atlas;
        this.addresses = addresses;
        this.city = city;
    }

    @Override
    public Whereabouts locate(GeoPoint point) {
        GeoPoint wgs84 = Gcj02.toWgs84(point);
        Optional<GridCell> cell = atlas.cell(wgs84);
        return cell.map(GridCell::division)
                .or(() -> atlas.area(wgs84).map(Division::code))
                .map(area -> within(area, cell.map(GridCell::code).orElse(null)))
                .orElseGet(this::outside);
    }

    private Whereabouts within(String area, @Nullable String cell) {
        return new Whereabouts(area.substring(0, 6), area, cell, name(area), false);
    }

    private Whereabouts outside() {
        return new Whereabouts(city.code(), city.code(), null, city.name() + "范围外", true);
    }

    /** Without the city, which everybody knows; the city's own name is itself. */
    private String name(String area) {
        List<Division> lineage = atlas.lineage(area);
        return lineage.stream()
                .filter(division -> lineage.size() == 1 || division.level() != Level.CITY)
                .map(Division::name)
                .collect(Collectors.joining(" · "));
    }

    @Override
    public Optional<Division> division(String code) {
        return atlas.division(code);
    }

    @Override
    public Mono<String> address(GeoPoint point) {
        return addresses.of(Gcj02.toWgs84(point));
    }

    @Override
    public GeoPoint toWgs84(GeoPoint point) {
        return Gcj02.toWgs84(point);
    }

    @Override
    public GeoPoint toGcj02(GeoPoint point) {
        return Gcj02.toGcj02(point);
    }
}

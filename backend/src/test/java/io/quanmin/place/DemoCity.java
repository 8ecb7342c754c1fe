package io.quanmin.place;

import io.quanmin.kernel.CitySettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** The bundled demo city, put together without Spring. */
final class DemoCity {

    static final CitySettings CITY = new CitySettings("990100", "云溪市", ZoneId.of("Asia/Shanghai"));

    private DemoCity() {}

    static Atlas atlas() {
        return new Atlas(settings(), CITY);
    }

    static Gazetteer gazetteer() {
        return new Gazetteer(settings(), atlas(), CITY);
    }

    static Places places() {
        Addresses addresses = new Addresses(Optional.empty(), gazetteer(), settings(), Clock.systemUTC());
        return new CityPlaces(atlas(), addresses, CITY);
    }

    static PlaceSettings settings() {
        return settings(file("divisions"), file("grid-cells"));
    }

    static PlaceSettings settings(Resource divisions, Resource gridCells) {
        return settings(divisions, gridCells, "http://localhost", null, null);
    }

    static PlaceSettings tencent(String endpoint) {
        return settings(file("divisions"), file("grid-cells"), endpoint, "TENCENT-KEY", null);
    }

    static PlaceSettings tianditu(String endpoint) {
        return settings(file("divisions"), file("grid-cells"), endpoint, null, "TIANDITU-KEY");
    }

    private static PlaceSettings settings(
            Resource divisions,
            Resource gridCells,
            String endpoint,
            @Nullable String tencentKey,
            @Nullable String tiandituKey) {
        return new PlaceSettings(
                divisions,
                gridCells,
                file("landmarks"),
                new PlaceSettings.Tencent(URI.create(endpoint), tencentKey, "TENCENT-SECRET"),
                new PlaceSettings.Tianditu(URI.create(endpoint), tiandituKey),
                Duration.ofMillis(500),
                100);
    }

    static Resource file(String name) {
        return new ClassPathResource("place/demo/" + name + ".geojson");
    }
}

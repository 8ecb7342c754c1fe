package io.quanmin.place;

import io.quanmin.kernel.CitySettings;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.place.Division.Level;
import io.quanmin.place.GeoJson.Feature;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import org.springframework.stereotype.Component;

/** Addresses without a map service: the divisions, and the nearest landmark within a kilometre with direction and distance. */
@Component
final class Gazetteer {

    private static final double METRES_PER_DEGREE = 111_195;
    private static final double REACH = 1_000;
    private static final double AT = 40;
    private static final List<String> DIRECTIONS = List.of("东", "东北", "北", "西北", "西", "西南", "南", "东南");

    private final Atlas atlas;
    private final CitySettings city;
    private final STRtree landmarks = new STRtree();

    Gazetteer(PlaceSettings settings, Atlas atlas, CitySettings city) {
        this.atlas = atlas;
        this.city = city;
        GeoJson.features(settings.landmarks()).stream().map(Landmark::of).forEach(this::insert);
        landmarks.build();
    }

    private void insert(Landmark landmark) {
        landmarks.insert(
                new Envelope(landmark.longitude, landmark.longitude, landmark.latitude, landmark.latitude), landmark);
    }

    /** Of a WGS-84 point; never empty. */
    String address(GeoPoint point) {
        return area(point).map(area -> within(area, point)).orElseGet(() -> outside(point));
    }

    private Optional<String> area(GeoPoint point) {
        return atlas.cell(point)
                .map(GridCell::division)
                .or(() -> atlas.area(point).map(Division::code));
    }

    private String within(String area, GeoPoint point) {
        String divisions = atlas.lineage(area).stream()
                .filter(division -> division.level() != Level.CITY)
                .map(Division::name)
                .collect(Collectors.joining());
        return divisions + nearest(point).map(Near::words).orElse("");
    }

    private String outside(GeoPoint point) {
        return String.format(
                Locale.ROOT,
                "%s范围外（%s%.4f°，%s%.4f°）",
                city.name(),
                point.longitude() < 0 ? "西经" : "东经",
                Math.abs(point.longitude()),
                point.latitude() < 0 ? "南纬" : "北纬",
                Math.abs(point.latitude()));
    }

    @SuppressWarnings("unchecked") // STRtree is older than generics; only landmarks were put in.
    private Optional<Near> nearest(GeoPoint point) {
        Envelope around = new Envelope(point.longitude(), point.longitude(), point.latitude(), point.latitude());
        double reach = REACH / METRES_PER_DEGREE;
        around.expandBy(reach / Math.cos(Math.toRadians(point.latitude())), reach);
        List<Landmark> near = landmarks.query(around);
        return near.stream()
                .map(landmark -> landmark.from(point))
                .filter(found -> found.metres() <= REACH)
                .min(Comparator.comparingDouble(Near::metres));
    }

    private record Landmark(String name, double longitude, double latitude) {

        static Landmark of(Feature feature) {
            var place = Objects.requireNonNull(feature.geometry()).getCoordinate();
            return new Landmark(feature.text("name"), place.getX(), place.getY());
        }

        Near from(GeoPoint point) {
            double east = (point.longitude() - longitude) * Math.cos(Math.toRadians(latitude)) * METRES_PER_DEGREE;
            double north = (point.latitude() - latitude) * METRES_PER_DEGREE;
            return new Near(name, east, north);
        }
    }

    /** A point that lies this many metres east and north of a landmark. */
    private record Near(String landmark, double east, double north) {

        double metres() {
            return Math.hypot(east, north);
        }

        String words() {
            long tens = Math.round(metres() / 10) * 10;
            return metres() <= AT ? landmark : landmark + direction() + "约" + tens + "米";
        }

        private String direction() {
            int eighth = (int) Math.round(Math.toDegrees(Math.atan2(north, east)) / 45);
            return DIRECTIONS.get(Math.floorMod(eighth, 8));
        }
    }
}

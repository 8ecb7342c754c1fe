package io.quanmin.place;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanmin.kernel.Datum;
import io.quanmin.kernel.GeoPoint;
import io.quanmin.place.GeoJson.Feature;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/** Where a point is, in the bundled demo city. */
final class PlacesTest {

    private final Places places = DemoCity.places();
    private final List<Feature> cells = GeoJson.features(DemoCity.file("grid-cells"));

    @Test
    void theMiddleOfEachGridCellLiesInThatCellAndItsCommunity() {
        assertThat(cells).hasSize(27).allSatisfy(cell -> {
            Whereabouts where =
                    places.locate(wgs84(shape(cell).getInteriorPoint().getCoordinate()));

            assertThat(where.gridCell()).isEqualTo(cell.text("code"));
            assertThat(where.area()).isEqualTo(cell.text("division"));
            assertThat(where.district()).isEqualTo("990102");
            assertThat(where.outside()).isFalse();
        });
    }

    @Test
    void whereaboutsAreSaidInWordsFromTheDistrictDown() {
        GeoPoint centre = places.division("990102003002").orElseThrow().centre();

        assertThat(places.locate(centre).name()).isEqualTo("青石区 · 桂花街道 · 桂花社区");
    }

    @Test
    void aPointOnABorderBelongsToExactlyOneCellWhoeverAsks() {
        for (Feature cell : cells) {
            for (Coordinate corner : shape(cell).getCoordinates()) {
                Whereabouts where = places.locate(wgs84(corner));
                List<String> touching = cells.stream()
                        .filter(other ->
                                shape(other).covers(shape(other).getFactory().createPoint(corner)))
                        .map(other -> other.text("code"))
                        .sorted()
                        .toList();
                assertThat(where.gridCell()).isEqualTo(touching.getFirst());
            }
        }
    }

    @Test
    void theCellsCoverTheDistrictWithoutAGap() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Geometry district = shape(GeoJson.features(DemoCity.file("divisions")).getFirst());
        for (int i = 0; i < 20_000; i++) {
            Coordinate point = new Coordinate(random.nextDouble(120.09, 120.17), random.nextDouble(30.24, 30.30));
            boolean within = district.covers(district.getFactory().createPoint(point));
            assertThat(places.locate(wgs84(point)).gridCell() != null)
                    .as("seed %d, %s", seed, point)
                    .isEqualTo(within);
        }
    }

    @Test
    void aPointOutsideBelongsToTheCity() {
        Whereabouts where = places.locate(new GeoPoint(121.47, 31.23, Datum.WGS84));

        assertThat(where).isEqualTo(new Whereabouts("990100", "990100", null, "云溪市范围外", true));
    }

    @Test
    void aPointFromAWeChatMapIsMovedToTheDatumOfTheData() {
        GeoPoint centre = places.division("990102001001").orElseThrow().centre();

        assertThat(places.locate(places.toGcj02(centre))).isEqualTo(places.locate(centre));
    }

    @Test
    void anAddressWithoutAMapServiceNamesTheNearestLandmark() {
        Feature bridge = GeoJson.features(DemoCity.file("landmarks")).stream()
                .filter(landmark -> "青石桥".equals(landmark.text("name")))
                .findFirst()
                .orElseThrow();
        Coordinate at = shape(bridge).getCoordinate();

        assertThat(places.address(wgs84(at)).block()).isEqualTo("青石区青石街道青石桥社区青石桥");
        assertThat(places.address(wgs84(new Coordinate(at.x, at.y - 0.0009))).block())
                .isEqualTo("青石区青石街道青石桥社区青石桥南约100米");
    }

    @Test
    void anAddressOutsideTheCitySaysSo() {
        assertThat(places.address(new GeoPoint(11.8819, -43.4672, Datum.WGS84)).block())
                .isEqualTo("云溪市范围外（东经11.8819°，南纬43.4672°）");
    }

    @Test
    void aPointInADivisionWithoutGridCellsStillHasItsArea() {
        Atlas atlas =
                new Atlas(DemoCity.settings(DemoCity.file("divisions"), json("{\"features\":[]}")), DemoCity.CITY);
        GeoPoint centre = places.division("990102002001").orElseThrow().centre();

        assertThat(atlas.cell(centre)).isEmpty();
        assertThat(atlas.area(centre).orElseThrow().code()).isEqualTo("990102002001");
    }

    @Test
    void wrongMapDataStopsTheStartWithASentence() {
        assertRefused("{\"features\":[]}", "the city's code 990100 is not among the divisions");
        assertRefused(
                features(division("990100", "CITY", ""), division("990102", "DISTRICT", "990199")),
                "division 990102 does not hang under a known one");
        assertRefused(
                features(division("990100", "CITY", ""), division("880102", "DISTRICT", "990100")),
                "the code of division 880102 does not begin with its parent's");
        assertRefused("not json", "cannot be read");
    }

    private static void assertRefused(String divisions, String why) {
        PlaceSettings settings = DemoCity.settings(json(divisions), DemoCity.file("grid-cells"));
        assertThatThrownBy(() -> new Atlas(settings, DemoCity.CITY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(why);
    }

    private static String features(String... features) {
        return "{\"features\":[" + String.join(",", features) + "]}";
    }

    private static String division(String code, String level, String parent) {
        String above = parent.isEmpty() ? "" : "\"parent\":\"%s\",".formatted(parent);
        return """
                {"properties":{%s"code":"%s","level":"%s","name":"x"},
                 "geometry":{"type":"Point","coordinates":[120,30]}}""".formatted(above, code, level);
    }

    private static Resource json(String text) {
        return new ByteArrayResource(text.getBytes(UTF_8));
    }

    private static Geometry shape(Feature feature) {
        return Objects.requireNonNull(feature.geometry());
    }

    private static GeoPoint wgs84(Coordinate at) {
        return new GeoPoint(at.x, at.y, Datum.WGS84);
    }
}

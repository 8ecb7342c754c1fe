package io.quanmin.place;

import io.quanmin.testing.CityTest;
import java.util.List;
import java.util.Objects;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Places over HTTP, for somebody who is not logged in. */
@CityTest
@AutoConfigureWebTestClient
final class PlaceEndpointTest {

    @Autowired
    private WebTestClient web;

    @Test
    void anybodyReadsTheDivisionsAndGets304WhenNothingChanged() {
        @Nullable
        String tag = web.get()
                .uri("/api/v1/divisions")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(14)
                .jsonPath("$[0].code")
                .isEqualTo("990100")
                .jsonPath("$[1].parent")
                .isEqualTo("990100")
                .jsonPath("$[1].centre.datum")
                .isEqualTo("WGS84")
                .returnResult()
                .getResponseHeaders()
                .getETag();
        assertUnchanged("/api/v1/divisions", Objects.requireNonNull(tag));
    }

    @Test
    void anybodyReadsTheGridCellsAndGets304WhenNothingChanged() {
        @Nullable
        String tag = web.get()
                .uri("/api/v1/grid-cells.geojson")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectBody()
                .jsonPath("$.features.length()")
                .isEqualTo(27)
                .returnResult()
                .getResponseHeaders()
                .getETag();
        assertUnchanged("/api/v1/grid-cells.geojson", Objects.requireNonNull(tag));
    }

    private void assertUnchanged(String path, String tag) {
        web.get()
                .uri(path)
                .header("If-None-Match", tag)
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void aPointIsToldItsDistrictCellAndAddress() {
        web.get()
                .uri("/api/v1/whereabouts?longitude=120.13&latitude=30.27&datum=WGS84")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.district")
                .isEqualTo("990102")
                .jsonPath("$.area")
                .value(Matchers.startsWith("990102"))
                .jsonPath("$.outside")
                .isEqualTo(false)
                .jsonPath("$.address")
                .value(Matchers.startsWith("青石区"));
    }

    @Test
    void aPointOutsideTheCityIsAnsweredAndSaysSo() {
        web.get()
                .uri("/api/v1/whereabouts?longitude=-73.9&latitude=40.7")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.outside")
                .isEqualTo(true)
                .jsonPath("$.gridCell")
                .doesNotExist();
    }

    @Test
    void whatIsNotOnEarthIsRefused() {
        for (String point : List.of(
                "longitude=181&latitude=30",
                "longitude=120&latitude=-91",
                "longitude=NaN&latitude=30",
                "longitude=120&latitude=Infinity",
                "longitude=1e308&latitude=0")) {
            assertRefused(point, "invalid-fields");
        }
    }

    @Test
    void whatIsNoPointIsRefused() {
        for (String point : List.of(
                "",
                "longitude=120",
                "longitude=x&latitude=30",
                "longitude=&latitude=30",
                "longitude=120&latitude=30&datum=BD09")) {
            assertRefused(point, "unreadable");
        }
    }

    private void assertRefused(String query, String slug) {
        web.get()
                .uri("/api/v1/whereabouts?" + query)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .value(Matchers.endsWith("/" + slug));
    }
}

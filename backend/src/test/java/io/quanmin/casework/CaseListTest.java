package io.quanmin.casework;

import static io.quanmin.casework.CaseAnswers.id;
import static io.quanmin.casework.Town.aKey;
import static io.quanmin.casework.Town.expect;
import static io.quanmin.casework.Town.json;
import static io.quanmin.casework.Town.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;

/** Cases in lists: mine, everybody's, around a place, and as work. */
@CaseworkTest
final class CaseListTest {

    @Autowired
    private Town town;

    @Test
    void myCasesComeNewestFirstInPagesThatMissNothing() {
        Town.Person citizen = town.citizen();
        List<String> reported = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            reported.add(citizen.report("exposed-garbage").path("id").asString());
        }
        Collections.reverse(reported);

        List<String> read = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = json(citizen.get("/cases/mine?limit=2&after=" + next), 200);
            read.addAll(page.path("items").findValuesAsString("id"));
            next = page.path("next").asString("");
        } while (!next.isEmpty());

        assertThat(read).containsExactlyElementsOf(reported);
    }

    @Test
    void everybodySeesAcceptedCasesOnly() {
        Town.Person citizen = town.citizen();
        JsonNode hidden = citizen.report("exposed-garbage");
        JsonNode shown = accepted(citizen.report("exposed-garbage"));

        List<String> read =
                json(town.anybody("/cases/public?limit=100"), 200).path("items").findValuesAsString("id");

        assertThat(read)
                .contains(shown.path("id").asString())
                .doesNotContain(hidden.path("id").asString());
    }

    @Test
    void everybodyMayLookForAKindAStateAnAreaOrATime() {
        JsonNode garbage = accepted(town.citizen().report("exposed-garbage"));
        JsonNode lamp = accepted(town.citizen().report("broken-street-lamp"));

        assertThat(shown("type=broken-street-lamp")).contains(id(lamp)).doesNotContain(id(garbage));
        assertThat(shown("state=open")).contains(id(lamp), id(garbage));
        assertThat(shown("state=closed")).doesNotContain(id(lamp), id(garbage));
        assertThat(shown("area=990102")).contains(id(lamp));
        assertThat(shown("area=990103")).isEmpty();
        assertThat(shown("area=990100&type=exposed-garbage"))
                .contains(id(garbage))
                .doesNotContain(id(lamp));
        assertThat(shown("since=2000-01-01T00:00:00Z")).contains(id(garbage));
        assertThat(shown("until=2000-01-01T00:00:00Z")).isEmpty();
        assertThat(json(
                                town.anybody("/cases/nearby?longitude=120.13&latitude=30.27&datum=WGS84&limit=100"
                                        + "&type=broken-street-lamp"),
                                200)
                        .path("items")
                        .findValues("type"))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type.path("code").asString()).isEqualTo("broken-street-lamp"));
    }

    private List<String> shown(String filter) {
        return json(town.anybody("/cases/public?limit=100&" + filter), 200)
                .path("items")
                .findValuesAsString("id");
    }

    @Test
    void whoHasThePublicPageAlreadyIsNotSentItAgainUntilItChanges() {
        JsonNode shown = accepted(town.citizen().report("exposed-garbage"));
        EntityExchangeResult<byte[]> first =
                town.anybody("/cases/public?limit=1").expectBody().returnResult();
        String tag = String.valueOf(first.getResponseHeaders().getETag());

        town.anybody("/cases/public?limit=1", tag).expectStatus().isNotModified();
        assertThat(town.staff(Role.VERIFIER, Town.DISTRICT)
                        .step(shown, "confirm")
                        .path("version")
                        .asInt())
                .isEqualTo(4);
        town.anybody("/cases/public?limit=1", tag).expectStatus().isOk();
    }

    @Test
    void casesAroundAPlaceComeNearestFirstWithTheirDistance() {
        double east = 118.5;
        double north = 32.1;
        long seed = 20261123;
        Random random = new Random(seed);
        Map<String, Double> near = new HashMap<>();
        for (int i = 0; i < 12; i++) {
            double latitude = north + (random.nextDouble() - 0.5) * 0.02;
            double longitude = east + (random.nextDouble() - 0.5) * 0.02;
            near.put(shownAt(longitude, latitude), metres(east, north, longitude, latitude));
        }
        String far = shownAt(east + 0.2, north);

        JsonNode items = json(
                        town.anybody("/cases/nearby?datum=WGS84&radius=5000&limit=8&longitude=" + east + "&latitude="
                                + north),
                        200)
                .path("items");

        List<String> nearest = near.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .limit(8)
                .map(Map.Entry::getKey)
                .toList();
        assertThat(items.findValuesAsString("id"))
                .as("seed %d", seed)
                .containsExactlyElementsOf(nearest)
                .doesNotContain(far);
        for (JsonNode item : items) {
            assertThat(item.path("distance").asDouble())
                    .isCloseTo(near.get(item.path("id").asString()), Percentage.withPercentage(0.1));
        }
    }

    /** An independent yardstick: the law of cosines. */
    private static double metres(double eastA, double northA, double eastB, double northB) {
        double a = Math.toRadians(northA);
        double b = Math.toRadians(northB);
        return 6_371_008.8
                * Math.acos(Math.sin(a) * Math.sin(b)
                        + Math.cos(a) * Math.cos(b) * Math.cos(Math.toRadians(eastB - eastA)));
    }

    @Test
    void staffSeeWhatIsDueFirstFirstAndOnlyOfTheirArea() {
        JsonNode slow = town.citizen().report("illegal-building");
        JsonNode urgent = town.citizen().report("burst-pipe");
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);

        assertThat(reviewer.waiting("review"))
                .containsSubsequence(
                        urgent.path("id").asString(), slow.path("id").asString());
        assertThat(json(town.staff(Role.REVIEWER, "990103").get("/tasks?queue=review"), 200)
                        .path("items"))
                .isEmpty();
    }

    @Test
    void aQueueIsReadInPagesThatMissNothing() {
        expect(town.citizen().tryReport(report("piled-rubble", "渣土")), 201);
        expect(town.citizen().tryReport(report("piled-rubble", "渣土")), 201);
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        List<String> all =
                reviewer.queue("review", 3).stream().map(CaseAnswers::id).toList();

        assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(2);
        assertThat(json(reviewer.get("/tasks/counts"), 200).path("review").asInt())
                .isEqualTo(all.size());
    }

    @Test
    void onesOwnReportIsNotInOnesQueue() {
        Town.Person both = town.person(Town.DISTRICT, null, Role.CITIZEN, Role.REVIEWER);
        JsonNode own = both.report("exposed-garbage");

        assertThat(both.waiting("review")).doesNotContain(own.path("id").asString());
    }

    @Test
    void somebodyElsesQueueIsRefused() {
        expect(town.staff(Role.REVIEWER, Town.DISTRICT).get("/tasks?queue=verify"), 403);
        expect(town.citizen().get("/tasks?queue=review"), 403);
        expect(town.anybody("/tasks?queue=review"), 401);
        expect(town.anybody("/cases/mine"), 401);
    }

    @Test
    void countsNameTheQueuesOfMyRolesOnly() {
        JsonNode counts = json(town.staff(Role.VERIFIER, Town.DISTRICT).get("/tasks/counts"), 200);

        assertThat(counts.propertyNames()).containsExactly("verify", "inspect", "reinspect");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cases/nearby?longitude=200&latitude=30&datum=WGS84",
                "/cases/nearby?longitude=NaN&latitude=30&datum=WGS84",
                "/cases/nearby?longitude=120&latitude=30&datum=MARS",
                "/cases/nearby?longitude=120&latitude=30",
                "/cases/public?after=made-up",
                "/cases/public?limit=many",
                "/cases/public?state=done",
                "/cases/public?type=%27",
                "/cases/public?area=9901%25",
                "/cases/public?since=yesterday",
                "/cases/nearby?longitude=120&latitude=30&datum=WGS84&state=done"
            })
    void whatCannotBeAskedIsRefused(String path) {
        expect(town.anybody(path), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cases/nearby?longitude=180&latitude=90&datum=WGS84&radius=-1&limit=0",
                "/cases/nearby?longitude=-180&latitude=-90&datum=GCJ02&radius=NaN",
                "/cases/nearby?longitude=0&latitude=0&datum=WGS84&radius=1e300&limit=100000",
                "/cases/public?limit=-5"
            })
    void limitsAndEndsOfTheEarthAreNoFault(String path) {
        expect(town.anybody(path), 200);
    }

    private String shownAt(double longitude, double latitude) {
        Map<String, Object> body = report("exposed-garbage", "附近");
        body.put("place", Map.of("longitude", longitude, "latitude", latitude, "datum", "WGS84", "address", "某处"));
        JsonNode made = json(town.citizen().post("/cases", body, aKey()), 201);
        return town.staff(Role.REVIEWER, "990100")
                .step(made, "accept")
                .path("id")
                .asString();
    }

    private JsonNode accepted(JsonNode reported) {
        return town.staff(Role.REVIEWER, Town.DISTRICT).step(reported, "accept");
    }
}

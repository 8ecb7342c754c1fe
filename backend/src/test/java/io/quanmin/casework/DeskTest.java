package io.quanmin.casework;

import static io.quanmin.casework.CaseAnswers.id;
import static io.quanmin.casework.Town.expect;
import static io.quanmin.casework.Town.json;
import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanmin.identity.NotYourRole;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.codec.ServerSentEvent;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

/** The desk shows all that is somebody's work, and nothing else, filtered as they like, and as it changes. */
@CaseworkTest
final class DeskTest {

    @Autowired
    private Town town;

    @Autowired
    private DeskCases cases;

    @Test
    void whoWorksInAnAreaSeesAllOfItButTheirOwnReports() {
        Town.Person reviewer = town.person(Town.DISTRICT, null, Role.REVIEWER, Role.CITIZEN);
        Town.Person elsewhere = town.staff(Role.REVIEWER, "990103");
        JsonNode fresh = town.citizen().report("exposed-garbage");
        JsonNode own = reviewer.report("exposed-garbage");

        assertThat(desk(reviewer, "")).contains(id(fresh)).doesNotContain(id(own));
        assertThat(desk(elsewhere, "")).doesNotContain(id(fresh));
    }

    @Test
    void whoWorksInAUnitSeesWhatItHasAndNothingBefore() {
        Town.Person officer = town.officer("sanitation");
        Town.Person other = town.officer("municipal-works");
        JsonNode waiting = town.citizen().report("exposed-garbage");
        JsonNode dispatched = dispatched();

        assertThat(desk(officer, "")).contains(id(dispatched)).doesNotContain(id(waiting));
        assertThat(desk(other, "")).doesNotContain(id(dispatched), id(waiting));
    }

    @Test
    void aFilterLetsThroughWhatItSaysAndAllItsConditionsHoldAtOnce() {
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        JsonNode garbage = town.citizen().report("exposed-garbage");
        JsonNode sign = town.citizen().report("damaged-traffic-sign");
        JsonNode gone = dispatched();

        assertThat(desk(reviewer, "type=damaged-traffic-sign"))
                .contains(id(sign))
                .doesNotContain(id(garbage));
        assertThat(desk(reviewer, "stage=in-review&type=exposed-garbage"))
                .contains(id(garbage))
                .doesNotContain(id(sign), id(gone));
        assertThat(desk(reviewer, "unit=sanitation")).contains(id(gone)).doesNotContain(id(garbage));
        assertThat(desk(reviewer, "unit=no-such-unit")).isEmpty();
        assertThat(desk(reviewer, "state=closed")).doesNotContain(id(garbage), id(gone));
        assertThat(desk(reviewer, "mine=yes")).doesNotContain(id(garbage));
        assertThat(desk(reviewer, "danger=yes")).doesNotContain(id(garbage));
        assertThat(desk(reviewer, "q=" + garbage.path("number").asString())).containsExactly(id(garbage));
        assertThat(desk(reviewer, "group=" + group(reviewer, garbage))).contains(id(garbage));
    }

    @Test
    void aQueueIsFilteredLikeTheWholeDesk() {
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        JsonNode garbage = town.citizen().report("exposed-garbage");
        JsonNode sign = town.citizen().report("damaged-traffic-sign");

        assertThat(desk(reviewer, "queue=review&type=damaged-traffic-sign"))
                .contains(id(sign))
                .doesNotContain(id(garbage));
        expect(reviewer.get("/desk/cases?queue=verify"), 403);
    }

    @Test
    void pagesFollowOnEachOtherInEveryOrderWithoutGapsOrRepeats() {
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        for (int i = 0; i < 7; i++) {
            assertThat(id(town.citizen().report("exposed-garbage"))).isNotEmpty();
        }
        for (String order : List.of("newest", "oldest", "due")) {
            List<String> all = desk(reviewer, "sort=" + order, 100);
            assertThat(all).hasSizeGreaterThanOrEqualTo(7).doesNotHaveDuplicates();
            assertThat(desk(reviewer, "sort=" + order, 3)).as(order).isEqualTo(all);
        }
        assertThat(desk(reviewer, "sort=oldest"))
                .isEqualTo(desk(reviewer, "sort=newest").reversed());
    }

    @Test
    void whatCannotBeMeantIsRefusedByItsField() {
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        for (String wrong : List.of(
                "queue=none",
                "sort=random",
                "stage=%27",
                "area=x",
                "level=MOON",
                "late=maybe",
                "q=x",
                "since=yesterday",
                "until=%2B999999999-12-31T00:00:00Z")) {
            expect(reviewer.get("/desk/cases?" + wrong), 400);
        }
    }

    @Test
    void aChangeIsToldToThoseOnWhoseDeskTheCaseIsAndToNobodyElse() {
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        Town.Person watching = town.staff(Role.VERIFIER, Town.DISTRICT);
        Town.Person elsewhere = town.staff(Role.VERIFIER, "990103");
        JsonNode first = town.citizen().report("exposed-garbage");
        JsonNode second = town.citizen().report("exposed-garbage");

        StepVerifier.create(watching.stream("/desk/changes")
                        .filter(event -> event.data() != null)
                        .filter(event -> data(event).path("id").asString().equals(id(second))
                                || data(event).path("id").asString().equals(id(first)))
                        .filter(event -> data(event).path("step").asString().equals("accept")))
                .then(() -> expectAccepted(reviewer, first))
                .assertNext(event -> {
                    assertThat(event.event()).isEqualTo("change");
                    assertThat(data(event).path("id").asString()).isEqualTo(id(first));
                    assertThat(data(event).path("stage").asString()).isEqualTo("in-verification");
                })
                .thenCancel()
                .verify(Duration.ofSeconds(20));

        StepVerifier.create(elsewhere.stream("/desk/changes").filter(event -> event.data() != null))
                .expectSubscription()
                .then(() -> expectAccepted(reviewer, second))
                .expectNoEvent(Duration.ofSeconds(2))
                .thenCancel()
                .verify(Duration.ofSeconds(20));
    }

    @Test
    void whoCameTooLateIsToldWhatChangedAndByWhom() {
        JsonNode fresh = town.citizen().report("exposed-garbage");
        Town.Person first = town.staff(Role.REVIEWER, Town.DISTRICT);
        Town.Person second = town.staff(Role.REVIEWER, Town.DISTRICT);
        expectAccepted(first, fresh);

        JsonNode stale = json(second.tryStep(fresh, "accept", Map.of()), 409);

        assertThat(stale.path("type").asString()).endsWith("/stale-case");
        List<JsonNode> since = new ArrayList<>();
        stale.path("current").path("timeline").forEach(entry -> {
            if (entry.path("version").asLong() > fresh.path("version").asLong()) {
                since.add(entry);
            }
        });
        assertThat(since).isNotEmpty();
        assertThat(since.getFirst().path("step").asString()).isEqualTo("accept");
        assertThat(since.getFirst().path("by").asString()).startsWith("审核员");
        assertThat(stale.path("current").path("stage").path("code").asString()).isEqualTo("in-verification");
    }

    @Test
    void theRulesThatHoldForACaseAreToldWithTheirReasons() {
        JsonNode fresh = town.citizen().report("exposed-garbage");
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);

        JsonNode rules = json(reviewer.get("/cases/" + id(fresh) + "/rules"), 200);

        assertThat(rules.path("version").asInt()).isPositive();
        assertThat(rules.path("type").path("code").asString()).isEqualTo("exposed-garbage");
        assertThat(rules.path("answers").get(0).path("unit").path("code").asString())
                .isNotEmpty();
        assertThat(rules.path("steps").findValuesAsString("step")).contains("accept", "reject", "send-back");
        JsonNode accept = step(rules, "accept");
        assertThat(accept.path("by").get(0).asString()).isEqualTo("REVIEWER");
        assertThat(accept.path("ends").asString()).isEqualTo(rules.path("due").asString());
        expect(town.staff(Role.REVIEWER, "990103").get("/cases/" + id(fresh) + "/rules"), 404);
        expect(reviewer.get("/cases/nothing/rules"), 404);
    }

    @Test
    void aroundACaseAreTheOpenOnesOfTheSameDesk() {
        JsonNode here = json(town.citizen().tryReport(aside("exposed-garbage")), 201);
        JsonNode near = json(town.citizen().tryReport(aside("damaged-traffic-sign")), 201);
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);

        JsonNode around = json(reviewer.get("/cases/" + id(here) + "/surroundings"), 200);

        assertThat(around.path("nearby").findValuesAsString("id"))
                .contains(id(near))
                .doesNotContain(id(here));
        assertThat(around.path("point").path("datum").asString()).isEqualTo("WGS84");
        expect(town.officer("sanitation").get("/cases/" + id(here) + "/surroundings"), 404);
    }

    /** Where no other test reports: only the nearest are told, and every test of a class may have left open cases. */
    private static Map<String, Object> aside(String type) {
        Map<String, Object> body = Town.report(type, "路口东侧有情况");
        body.put(
                "place",
                Map.of("longitude", Town.EAST, "latitude", Town.NORTH + 0.0033, "datum", "WGS84", "address", "路口东侧"));
        return body;
    }

    @Test
    void theDeskIsReadToItsEndAsRows() {
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        JsonNode garbage = town.citizen().report("exposed-garbage");
        JsonNode sign = town.citizen().report("damaged-traffic-sign");
        Map<String, List<String>> filter = Map.of("stage", List.of("in-review"), "sort", List.of("newest"));

        List<DeskCases.Row> rows =
                now(cases.rows(filter, reviewer.actor, 10_000).collectList());

        assertThat(rows)
                .extracting(DeskCases.Row::number)
                .startsWith(
                        sign.path("number").asString(), garbage.path("number").asString())
                .hasSameSizeAs(desk(reviewer, "stage=in-review"));
        assertThat(rows).extracting(DeskCases.Row::stage).containsOnly("待审核");
        assertThat(now(cases.rows(filter, reviewer.actor, 1).collectList())).hasSize(1);
        assertThatThrownBy(() -> now(cases.rows(Map.of("colour", List.of("red")), reviewer.actor, 1)
                        .collectList()))
                .isInstanceOf(InvalidFields.class);
        assertThatThrownBy(
                        () -> now(cases.rows(Map.of(), town.citizen().actor, 1).collectList()))
                .isInstanceOf(NotYourRole.class);
    }

    private static JsonNode step(JsonNode rules, String name) {
        for (JsonNode step : rules.path("steps")) {
            if (step.path("step").asString().equals(name)) {
                return step;
            }
        }
        throw new AssertionError("No step " + name + " in " + rules);
    }

    private static JsonNode data(ServerSentEvent<JsonNode> event) {
        return Objects.requireNonNull(event.data());
    }

    private static void expectAccepted(Town.Person reviewer, JsonNode subject) {
        expect(reviewer.tryStep(subject, "accept", Map.of()), 200);
    }

    private String group(Town.Person reviewer, JsonNode subject) {
        return json(reviewer.get("/cases/" + id(subject) + "/rules"), 200)
                .path("group")
                .path("code")
                .asString();
    }

    private JsonNode dispatched() {
        JsonNode accepted =
                town.staff(Role.REVIEWER, Town.DISTRICT).step(town.citizen().report("exposed-garbage"), "accept");
        JsonNode confirmed = town.staff(Role.VERIFIER, Town.DISTRICT).step(accepted, "confirm");
        assertThat(confirmed.path("unit").path("code").asString()).isEqualTo("sanitation");
        return confirmed;
    }

    private static List<String> desk(Town.Person person, String filter) {
        return desk(person, filter, 100);
    }

    /** Page by page, to the end. */
    private static List<String> desk(Town.Person person, String filter, int limit) {
        List<String> all = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = json(person.get("/desk/cases?" + filter + "&limit=" + limit + "&after=" + next), 200);
            page.path("items").forEach(item -> all.add(id(item)));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return all;
    }
}

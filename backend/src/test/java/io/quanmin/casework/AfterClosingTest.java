package io.quanmin.casework;

import static io.quanmin.casework.CaseAnswers.id;
import static io.quanmin.casework.CaseAnswers.stage;
import static io.quanmin.casework.Town.aKey;
import static io.quanmin.casework.Town.expect;
import static io.quanmin.casework.Town.json;
import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Role;
import io.quanmin.rulebook.Books;
import io.quanmin.rulebook.QualityRules.Period;
import io.quanmin.rulebook.QualityRules.Sampling;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** What is done about cases that are closed, and steps of many cases at once. */
@CaseworkTest
class AfterClosingTest {

    @Autowired
    Town town;

    @Autowired
    ClosingTable closings;

    @Autowired
    Drawing drawing;

    @Autowired
    DatabaseClient database;

    @Test
    void aShareOfEachUnitsClosingsIsDrawnOnceHoweverOftenAndByWhomever() {
        String unit = Town.anId().toString();
        Instant month = Instant.parse("2031-03-10T02:00:00Z");
        for (int i = 0; i < 21; i++) {
            closed(unit, month.plusSeconds(i));
        }
        closed(unit, Instant.parse("2031-04-02T02:00:00Z"));
        Sampling tenth = new Sampling(0.1, Period.MONTH);
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        Instant since = Instant.parse("2031-03-01T00:00:00Z");

        List<Long> drawn = now(reactor.core.publisher.Flux.range(0, 4)
                .flatMap(node -> closings.drawCallbacks(tenth, since, zone), 4)
                .collectList());

        assertThat(drawn.stream().mapToLong(Long::longValue).sum()).isEqualTo(4);
        assertThat(marked(unit)).isEqualTo(4);
        assertThat(now(closings.drawCallbacks(tenth, since, zone))).isZero();
        assertThat(now(closings.drawReinspections(new Sampling(0, Period.MONTH), since, zone)))
                .isZero();
    }

    @Test
    void whatIsDrawnOfAMonthIsTheSharesOfTheRulesAndDrawingAgainDrawsNothing() {
        String unit = Town.anId().toString();
        Instant month = Instant.parse("2032-05-10T02:00:00Z");
        for (int i = 0; i < 21; i++) {
            closed(unit, month.plusSeconds(i));
        }
        Instant later = Instant.parse("2032-06-01T02:00:00Z");

        assertThat(now(drawing.draw(later))).isEqualTo(2 + 3);

        assertThat(marked(unit)).isEqualTo(3);
        assertThat(now(database.sql(
                                "select count(*) from casework.closing where unit = :unit and reinspection = 'DRAWN'")
                        .bind("unit", unit)
                        .mapValue(Long.class)
                        .one()))
                .isEqualTo(2);
        assertThat(now(drawing.draw(later))).isZero();
    }

    @Test
    void whoInspectsAgainIsAnotherAndMaySendItBack() {
        Town.Person inspector = town.staff(Role.VERIFIER, Town.DISTRICT);
        JsonNode closed = closed(town.citizen(), inspector);
        draw(closed, "reinspection");
        Town.Person second = town.staff(Role.VERIFIER, Town.DISTRICT);

        assertThat(inspector.waiting("reinspect")).doesNotContain(id(closed));
        assertThat(second.waiting("reinspect")).contains(id(closed));
        JsonNode again = second.step(second.see(closed), "overturn", Map.of("reason", "现场仍有垃圾"));

        assertThat(stage(again)).isEqualTo("registered");
        assertThat(second.waiting("reinspect")).doesNotContain(id(closed));
        assertThat(town.staff(Role.DISPATCHER, Town.DISTRICT).waiting("dispatch"))
                .contains(id(closed));
    }

    @Test
    void aReporterIsCalledBackByWhoHasTheCaseInHandAndADoubtIsInspectedAgain() {
        JsonNode closed = closed(town.citizen(), town.staff(Role.VERIFIER, Town.DISTRICT));
        Town.Person caller = town.staff(Role.REVIEWER, Town.DISTRICT);
        String call = "/tasks/" + id(closed) + "/call";
        expect(caller.get(call), 422);
        draw(closed, "callback");
        assertThat(caller.waiting("callback")).contains(id(closed));
        assertThat(json(caller.get(call), 200).path("mine").asBoolean(true)).isFalse();
        expect(caller.post("/tasks/" + id(closed) + "/hold", Map.of(), null), 200);
        assertThat(json(caller.get(call), 200).path("mine").asBoolean()).isTrue();
        expect(town.staff(Role.REVIEWER, Town.DISTRICT).post(call, Map.of("reached", false), aKey()), 409);
        assertThat(json(caller.post(call, Map.of("reached", true), aKey()), 400)
                        .path("violations")
                        .findValuesAsString("field"))
                .containsExactlyInAnyOrder("solved", "satisfied");

        caller.post(call, Map.of("reached", false), aKey()).expectStatus().isNoContent();
        caller.post(call, Map.of("reached", true, "solved", false, "satisfied", false, "words", "还有异味"), aKey())
                .expectStatus()
                .isNoContent();

        expect(caller.post(call, Map.of("reached", false), aKey()), 422);
        assertThat(caller.waiting("callback")).doesNotContain(id(closed));
        assertThat(town.staff(Role.VERIFIER, Town.DISTRICT).waiting("reinspect"))
                .contains(id(closed));
    }

    @Test
    void aCallSentTwiceCountsOnceAndAfterSoManyTriesNobodyIsCalledAnyMore() {
        JsonNode closed = closed(town.citizen(), town.staff(Role.VERIFIER, Town.DISTRICT));
        draw(closed, "callback");
        Town.Person caller = town.staff(Role.REVIEWER, Town.DISTRICT);
        String call = "/tasks/" + id(closed) + "/call";
        int tries = Books.present().quality().callTries();
        Map<String, Object> missed = Map.of("reached", false);
        expect(caller.post(call, missed, null), 400);

        for (int nth = 0; nth < tries; nth++) {
            assertThat(caller.waiting("callback")).contains(id(closed));
            String key = aKey();
            for (int again = 0; again < 2; again++) {
                caller.post(call, missed, key).expectStatus().isNoContent();
            }
            expect(caller.post(call, Map.of("reached", true, "solved", true, "satisfied", true), key), 422);
        }

        assertThat(caller.waiting("callback")).doesNotContain(id(closed));
        expect(caller.post(call, missed, aKey()), 422);
        assertThat(now(database.sql("select calls || callback from casework.closing where case_id = :id")
                        .bind("id", io.quanmin.kernel.Id.parse(id(closed)).value())
                        .mapValue(String.class)
                        .one()))
                .isEqualTo(tries + "MISSED");
        assertThat(said(closed)).isEqualTo(tries);
    }

    private long said(JsonNode closed) {
        return now(database.sql("select count(*) from casework.feedback where case_id = :id")
                .bind("id", io.quanmin.kernel.Id.parse(id(closed)).value())
                .mapValue(Long.class)
                .one());
    }

    @Test
    void manyAtOnceEachForItselfAndARepeatSaysTheSame() {
        JsonNode one = town.citizen().report("exposed-garbage");
        JsonNode other = town.citizen().report("exposed-garbage");
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        Map<String, Object> body = Map.of(
                "items",
                List.of(
                        Map.of("id", id(one), "version", 1, "step", "accept"),
                        Map.of("id", id(other), "version", 1, "step", "reject"),
                        Map.of("id", Town.anId().toString(), "version", 1, "step", "accept"),
                        Map.of("id", "nonsense", "version", 1, "step", "accept")));
        String key = aKey();

        JsonNode first = json(reviewer.post("/cases/steps", body, key), 200);
        JsonNode again = json(reviewer.post("/cases/steps", body, key), 200);

        assertThat(first.path("items").findValuesAsString("id")).containsSubsequence(id(one), id(other), "nonsense");
        assertThat(stage(first.path("items").get(0).path("done"))).isEqualTo("in-verification");
        List<String> problems = new ArrayList<>();
        first.path("items")
                .forEach(item -> problems.add(item.path("problem").path("type").asString("")));
        assertThat(problems.get(0)).isEmpty();
        assertThat(problems.get(1)).endsWith("/invalid-fields");
        assertThat(problems.get(2)).endsWith("/not-found");
        assertThat(again.path("items").get(0).path("done").path("version"))
                .isEqualTo(first.path("items").get(0).path("done").path("version"));
        assertThat(stage(reviewer.see(other))).isEqualTo("in-review");
    }

    @Test
    void noneTooManyOrTheSameTwiceAreRefusedAsAWhole() {
        JsonNode one = town.citizen().report("exposed-garbage");
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        Map<String, Object> item = Map.of("id", id(one), "version", 1, "step", "accept");
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 0; i < 51; i++) {
            many.add(Map.of("id", Town.anId().toString(), "version", 1, "step", "accept"));
        }

        expect(reviewer.post("/cases/steps", Map.of("items", List.of()), aKey()), 400);
        expect(reviewer.post("/cases/steps", Map.of("items", List.of(item, item)), aKey()), 400);
        expect(reviewer.post("/cases/steps", Map.of("items", many), aKey()), 400);
        assertThat(stage(reviewer.see(one))).isEqualTo("in-review");
    }

    @Test
    void templatesOfTheAnswerNameThePlaceAndOnlyStaffSeeThem() {
        Town.Person citizen = town.citizen();
        JsonNode fresh = citizen.report("exposed-garbage");

        JsonNode replies = json(town.staff(Role.VERIFIER, Town.DISTRICT).get("/cases/" + id(fresh) + "/replies"), 200);

        assertThat(replies.path("items").findValuesAsString("words").getFirst()).contains("桂花路 1 号");
        expect(citizen.get("/cases/" + id(fresh) + "/replies"), 403);
    }

    private JsonNode closed(Town.Person citizen, Town.Person verifier) {
        JsonNode accepted = town.staff(Role.REVIEWER, Town.DISTRICT).step(citizen.report("exposed-garbage"), "accept");
        Town.Person officer = town.officer("sanitation");
        JsonNode confirmed = verifier.step(accepted, "confirm");
        JsonNode dispatched = stage(confirmed).equals("registered")
                ? town.staff(Role.DISPATCHER, Town.DISTRICT).step(confirmed, "dispatch", Map.of("unit", "sanitation"))
                : confirmed;
        JsonNode signed = officer.step(dispatched, "sign");
        JsonNode finished = officer.step(
                signed, "finish", Map.of("photos", List.of(officer.upload("portrait_6.jpg")), "answer", "垃圾已清运。"));
        JsonNode passed = verifier.step(finished, "pass");
        assertThat(json(town.anybody("/cases/" + id(passed)), 200)
                        .path("answer")
                        .asString())
                .isEqualTo("垃圾已清运。");
        return passed;
    }

    private void draw(JsonNode closed, String what) {
        Long rows = now(database.sql("update casework.closing set " + what + " = 'DRAWN' where case_id = :id")
                .bind("id", io.quanmin.kernel.Id.parse(id(closed)).value())
                .fetch()
                .rowsUpdated());
        assertThat(rows).isEqualTo(1);
    }

    private void closed(String unit, Instant at) {
        JsonNode fresh = town.citizen().report("dirty-road");
        Long rows = now(database.sql("""
                        insert into casework.closing (district, case_id, version, unit, closed_at)
                        values (:district, :id, 1, :unit, :at)
                        """)
                .bind("district", Town.DISTRICT)
                .bind("id", io.quanmin.kernel.Id.parse(id(fresh)).value())
                .bind("unit", unit)
                .bind("at", at)
                .fetch()
                .rowsUpdated());
        assertThat(rows).isEqualTo(1);
    }

    private long marked(String unit) {
        return now(database.sql("select count(*) from casework.closing where unit = :unit and callback = 'DRAWN'")
                .bind("unit", unit)
                .mapValue(Long.class)
                .one());
    }
}

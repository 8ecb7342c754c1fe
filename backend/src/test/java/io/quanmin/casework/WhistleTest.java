package io.quanmin.casework;

import static io.quanmin.casework.CaseAnswers.atOnce;
import static io.quanmin.casework.CaseAnswers.id;
import static io.quanmin.casework.CaseAnswers.stage;
import static io.quanmin.casework.Town.aKey;
import static io.quanmin.casework.Town.expect;
import static io.quanmin.casework.Town.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.identity.StaffAdministration;
import io.quanmin.identity.Unit;
import io.quanmin.kernel.Role;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** Many called at once, through the web: each has a task of its own, they talk, and the case goes on when the last has reported. */
@CaseworkTest
final class WhistleTest {

    @Autowired
    private Town town;

    @Autowired
    private StaffAdministration administration;

    @Autowired
    private DatabaseClient database;

    @Test
    void aReviewerWhoDecidesOtherwiseThanTheRuleSaysWhy() {
        JsonNode reported = town.citizen().report("exposed-garbage");
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);

        expect(reviewer.tryStep(reported, "accept", Map.of("difficulty", "HARD")), 400);
        JsonNode accepted = reviewer.step(reported, "accept", Map.of("difficulty", "HARD", "reason", "多家商户混堆"));

        assertThat(reviewer.see(reported).path("linkage").path("difficulty").asString())
                .isEqualTo("HARD");
        assertThat(accepted.path("linkage").path("mode").asString()).isEqualTo("WHISTLE");
        assertThat(accepted.path("timeline").get(1).path("reason").asString()).isEqualTo("多家商户混堆");
        JsonNode confirmed = town.staff(Role.VERIFIER, Town.DISTRICT).step(accepted, "confirm");
        assertThat(stage(confirmed)).isEqualTo("registered");
        JsonNode seen = town.staff(Role.DISPATCHER, Town.DISTRICT).see(confirmed);
        assertThat(seen.path("linkage").path("whistle").path("proposed").findValuesAsString("part"))
                .contains("LEAD");
    }

    @Test
    void twoLastReportsAtOnceAreBothTakenAndGatherTheCaseOnce() {
        for (int round = 0; round < 3; round++) {
            JsonNode whistled = whistled();
            Town.Person lead = town.officer("sanitation");
            Town.Person helper = town.officer("municipal-works");
            expect(lead.tryStep(whistled, "sign-task", Map.of()), 200);
            expect(helper.tryStep(whistled, "sign-task", Map.of()), 200);
            String result = lead.upload("portrait_6.jpg");

            List<Integer> answers = atOnce(
                            () -> lead.tryStep(
                                    whistled, "report-task", Map.of("note", "已清运", "photos", List.of(result))),
                            () -> helper.tryStep(whistled, "report-task", Map.of("note", "已修补")))
                    .stream()
                    .map(CaseAnswers::status)
                    .toList();

            JsonNode after = town.staff(Role.DISPATCHER, Town.DISTRICT).see(whistled);
            assertThat(answers).containsExactly(200, 200);
            assertThat(stage(after)).isEqualTo("in-inspection");
            assertThat(after.path("timeline").findValuesAsString("step")).containsOnlyOnce("gather");
            assertThat(after.path("linkage").path("reported").asInt()).isEqualTo(2);
        }
    }

    @Test
    void whatIsDoneAgainByManyIsDoneByAnotherHandOfEachUnitThatHasOne() {
        Hired hired = new Hired(town, administration, database);
        Unit leads = hired.unit();
        Unit helps = hired.unit();
        Town.Person first = hired.officer(leads);
        Town.Person second = hired.officer(leads);
        Town.Person alone = hired.officer(helps);
        Town.Person citizen = town.citizen();
        List<Map<String, String>> calls = List.of(call(leads.code(), "LEAD"), call(helps.code(), "ASSIST"));
        JsonNode whistled = reported(whistled(registered(citizen), calls), first, alone);
        JsonNode passed = town.staff(Role.VERIFIER, Town.DISTRICT).step(whistled, "pass", Map.of("answer", "已处置"));
        JsonNode again = whistled(citizen.step(citizen.see(passed), "reopen", Map.of("reason", "还在")), calls);

        assertThat(alone.waiting("sign")).contains(id(again));
        assertThat(first.waiting("sign")).doesNotContain(id(again));
        assertThat(json(first.tryStep(again, "sign-task", Map.of()), 422)
                        .path("type")
                        .asString())
                .endsWith("/another-hand-needed");
        assertThat(stage(reported(again, second, alone))).isEqualTo("in-inspection");
    }

    private static JsonNode reported(JsonNode whistled, Town.Person lead, Town.Person helper) {
        expect(lead.tryStep(whistled, "sign-task", Map.of()), 200);
        expect(helper.tryStep(whistled, "sign-task", Map.of()), 200);
        expect(helper.tryStep(whistled, "report-task", Map.of("note", "已修补")), 200);
        String result = lead.upload("portrait_6.jpg");
        return json(lead.tryStep(whistled, "report-task", Map.of("note", "已清运", "photos", List.of(result))), 200);
    }

    private JsonNode whistled(JsonNode registered, List<Map<String, String>> calls) {
        return town.staff(Role.DISPATCHER, Town.DISTRICT).step(registered, "whistle", Map.of("calls", calls));
    }

    @Test
    void aCalledUnitFindsItsTaskInItsQueuesAndSeesTheCase() {
        JsonNode whistled = whistled();
        Town.Person helper = town.officer("municipal-works");

        assertThat(helper.waiting("sign")).contains(id(whistled));
        assertThat(helper.waiting("handle")).doesNotContain(id(whistled));
        expect(helper.tryStep(whistled, "sign-task", Map.of()), 200);
        assertThat(helper.waiting("sign")).doesNotContain(id(whistled));
        assertThat(helper.waiting("handle")).contains(id(whistled));
        assertThat(helper.see(whistled).path("screening").asString()).isEqualTo("PASSED");
        assertThat(town.officer("emergency").waiting("sign")).doesNotContain(id(whistled));
        JsonNode tasks = json(helper.get("/cases/" + id(whistled) + "/tasks"), 200);
        assertThat(tasks.path("items").findValuesAsString("state")).containsExactly("CALLED", "SIGNED");
        assertThat(tasks.path("items").get(1).path("mine").asBoolean()).isTrue();
        expect(town.officer("emergency").get("/cases/" + id(whistled) + "/tasks"), 404);
        expect(town.citizen().get("/cases/" + id(whistled) + "/tasks"), 403);
    }

    @Test
    void thoseCalledTalkToEachOtherAndNobodyElseReadsIt() {
        JsonNode whistled = whistled();
        String thread = "/cases/" + id(whistled) + "/thread";
        Town.Person lead = town.officer("sanitation");
        Town.Person helper = town.officer("municipal-works");
        String key = aKey();

        expect(lead.post(thread, Map.of("words", "下午三点现场碰头"), key), 200);
        expect(lead.post(thread, Map.of("words", "下午三点现场碰头"), key), 200);
        expect(lead.post(thread, Map.of("words", "改到四点"), key), 422);
        JsonNode read = json(
                helper.post(
                        thread, Map.of("words", "收到，带照明", "photos", List.of(helper.upload("landscape_8.jpg"))), aKey()),
                200);

        assertThat(read.path("items").findValuesAsString("words")).containsExactly("收到，带照明", "下午三点现场碰头");
        assertThat(read.path("items").get(0).path("photos").size()).isEqualTo(1);
        assertThat(town.told(whistled).stream()
                        .filter(notice ->
                                notice.template().equals("case.thread") && notice.urgency() == Notice.Urgency.QUIET)
                        .map(Notice::audience))
                .containsExactly(
                        new Audience.Duty(town.unit("municipal-works").id()),
                        new Audience.Duty(town.unit("sanitation").id()));
        expect(lead.post(thread, Map.of("words", " "), aKey()), 400);
        expect(lead.post(thread, Map.of("words", "长".repeat(501)), aKey()), 400);
        expect(town.officer("emergency").get(thread), 404);
        expect(town.staff(Role.VERIFIER, Town.DISTRICT).post(thread, Map.of("words", "我也说一句"), aKey()), 422);
    }

    @Test
    void aUnitThatIsNotThereAnyMoreIsNamedAndNothingIsWritten() {
        JsonNode registered = registered();
        Town.Person dispatcher = town.staff(Role.DISPATCHER, Town.DISTRICT);

        JsonNode problem = json(
                dispatcher.tryStep(
                        registered,
                        "whistle",
                        Map.of("calls", List.of(call("sanitation", "LEAD"), call("old-bureau", "ASSIST")))),
                400);

        assertThat(problem.path("violations").get(0).path("field").asString()).isEqualTo("calls[1].unit");
        assertThat(stage(dispatcher.see(registered))).isEqualTo("registered");
    }

    private JsonNode registered() {
        return registered(town.citizen());
    }

    private JsonNode registered(Town.Person citizen) {
        JsonNode reported = citizen.report("exposed-garbage");
        JsonNode accepted = town.staff(Role.REVIEWER, Town.DISTRICT)
                .step(reported, "accept", Map.of("difficulty", "HARD", "reason", "涉及多家"));
        return town.staff(Role.VERIFIER, Town.DISTRICT).step(accepted, "confirm");
    }

    private JsonNode whistled() {
        JsonNode whistled = town.staff(Role.DISPATCHER, Town.DISTRICT)
                .step(
                        registered(),
                        "whistle",
                        Map.of("calls", List.of(call("sanitation", "LEAD"), call("municipal-works", "ASSIST"))));
        assertThat(stage(whistled)).isEqualTo("whistled");
        return whistled;
    }

    private static Map<String, String> call(String unit, String part) {
        return Map.of("unit", unit, "part", part);
    }
}

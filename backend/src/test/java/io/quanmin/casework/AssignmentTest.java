package io.quanmin.casework;

import static io.quanmin.casework.CaseAnswers.atOnce;
import static io.quanmin.casework.CaseAnswers.id;
import static io.quanmin.casework.CaseAnswers.stage;
import static io.quanmin.casework.Town.expect;
import static io.quanmin.casework.Town.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.identity.StaffAdministration;
import io.quanmin.identity.Unit;
import io.quanmin.kernel.Role;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

/** A unit says which of its officers sees to a task; the case does not move by that. */
@CaseworkTest
final class AssignmentTest {

    @Autowired
    private Town town;

    @Autowired
    private StaffAdministration administration;

    @Autowired
    private DatabaseClient database;

    private Hired hired;
    private Unit unit;
    private Town.Person leader;
    private Town.Person officer;

    @BeforeEach
    void aUnitWithPeople() {
        hired = new Hired(town, administration, database);
        unit = hired.unit();
        leader = hired.person(unit, Role.LEADER);
        officer = hired.officer(unit);
    }

    @Test
    void aLeaderGivesATaskToAnOfficerWhoIsToldAndTheCaseStaysAsItWas() {
        JsonNode task = dispatched();

        JsonNode assigned = json(assign(leader, task, officer), 200);

        assertThat(assigned.path("version").asLong())
                .isEqualTo(task.path("version").asLong());
        assertThat(assigned.path("assignees").get(0).path("person").asString())
                .isEqualTo(officer.actor.person().toString());
        assertThat(assigned.path("assignees").get(0).path("mine").asBoolean()).isFalse();
        JsonNode last = last(officer.see(task));
        assertThat(last.path("step").asString()).isEqualTo("assign");
        assertThat(last.path("label").asString()).startsWith("分派给");
        assertThat(told(task)).containsExactly(officer.actor.person() + " task.assigned");
        assertThat(json(leader.get("/desk/colleagues"), 200)
                        .path("items")
                        .get(0)
                        .path("tasks")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void theSameAgainChangesNothingAndAnotherTakesItsPlace() {
        JsonNode task = dispatched();
        Town.Person second = hired.officer(unit);
        expect(assign(leader, task, officer), 200);
        expect(assign(leader, task, officer), 200);
        assertThat(told(task)).hasSize(1);

        JsonNode passed = json(assign(officer, task, second), 200);

        assertThat(passed.path("assignees").findValuesAsString("person"))
                .containsExactly(second.actor.person().toString());
        assertThat(told(task))
                .containsExactly(officer.actor.person() + " task.assigned", second.actor.person() + " task.assigned");
        JsonNode back = json(assign(leader, task, null), 200);
        assertThat(back.path("assignees")).isEmpty();
        assertThat(last(back).path("label").asString()).isEqualTo("收回分派");
        assertThat(told(task)).contains(second.actor.person() + " task.unassigned");
    }

    @Test
    void whoIsNoOfficerOfTheUnitOrNotThereTodayGetsNothing() {
        JsonNode task = dispatched();
        Town.Person away = hired.officer(unit);
        Instant now = Instant.now();
        Map<String, Object> absence = Map.of(
                "substitute", String.valueOf(officer.actor.staff()),
                "from", now.minusSeconds(60).toString(),
                "until", now.plusSeconds(3_600).toString());
        expect(away.post("/absences", absence, Town.aKey()), 201);

        expect(assign(leader, task, away), 400);
        expect(assign(leader, task, leader), 400);
        expect(assign(leader, task, hired.officer(hired.unit())), 400);
        expect(leader.put("/cases/" + id(task) + "/assignee", Map.of("person", "nobody")), 400);
        assertThat(json(leader.get("/desk/colleagues"), 200).path("items").findValuesAsString("id"))
                .containsExactly(officer.actor.person().toString());
        assertThat(leader.see(task).path("assignees")).isEmpty();
    }

    @Test
    void onlyTheUnitThatHasTheTaskAssignsIt() {
        JsonNode task = dispatched();
        Town.Person stranger = hired.person(hired.unit(), Role.LEADER);

        expect(assign(stranger, task, officer), 404);
        expect(assign(town.staff(Role.DISPATCHER, Town.DISTRICT), task, officer), 403);
        assertThat(town.staff(Role.DISPATCHER, Town.DISTRICT)
                        .see(task)
                        .path("assigning")
                        .asBoolean(false))
                .isFalse();
        assertThat(leader.see(task).path("assigning").asBoolean()).isTrue();
    }

    @Test
    void whatLeavesTheUnitIsNobodysAndComesBackAsNobodys() {
        JsonNode task = dispatched();
        expect(assign(leader, task, officer), 200);

        JsonNode returned = officer.step(task, "return", Map.of("reason", "不属于本单位"));

        assertThat(stage(returned)).isEqualTo("registered");
        assertThat(json(leader.get("/desk/colleagues"), 200)
                        .path("items")
                        .get(0)
                        .path("tasks")
                        .asInt())
                .isZero();
        expect(assign(leader, returned, officer), 422);
        JsonNode again =
                town.staff(Role.DISPATCHER, Town.DISTRICT).step(returned, "dispatch", Map.of("unit", unit.code()));
        assertThat(leader.see(again).path("assignees")).isEmpty();
    }

    @Test
    void itStaysWithWhoHasItUntilTheCaseIsClosed() {
        JsonNode task = dispatched();
        expect(assign(leader, task, officer), 200);
        JsonNode signed = officer.step(task, "sign");
        assertThat(signed.path("assignees")).hasSize(1);
        JsonNode finished = officer.step(
                signed, "finish", Map.of("note", "已清理", "photos", List.of(officer.upload("portrait_6.jpg"))));
        expect(assign(leader, finished, null), 422);
        Town.Person inspector = town.staff(Role.VERIFIER, Town.DISTRICT);
        JsonNode refused = inspector.step(finished, "refuse", Map.of("reason", "还有"));
        assertThat(refused.path("assignees")).hasSize(1);
        JsonNode closed = inspector.step(
                officer.step(
                        officer.see(refused),
                        "finish",
                        Map.of("note", "清完了", "photos", List.of(officer.upload("portrait_6.jpg")))),
                "pass",
                Map.of("answer", "已处置"));
        assertThat(closed.path("assignees")).isEmpty();
    }

    @Test
    void theTaskOfACalledUnitIsAssignedLikeAnyOther() {
        Unit helps = hired.unit();
        Town.Person helper = hired.officer(helps);
        JsonNode whistled = whistled(helps);

        expect(assign(helper, whistled, helper), 200);
        expect(assign(leader, whistled, officer), 200);

        assertThat(leader.see(whistled).path("assignees")).hasSize(2);
        JsonNode signed = helper.step(whistled, "sign-task");
        JsonNode reported = helper.step(signed, "report-task", Map.of("note", "已修补"));
        assertThat(reported.path("assignees").findValuesAsString("person"))
                .containsExactly(officer.actor.person().toString());
        expect(assign(helper, whistled, null), 422);
    }

    @Test
    void twoWhoAssignAtOnceLeaveOneWhoHasIt() {
        Town.Person second = hired.officer(unit);
        for (int round = 0; round < 3; round++) {
            JsonNode task = dispatched();
            List<Integer> answers =
                    atOnce(() -> assign(leader, task, officer), () -> assign(second, task, second)).stream()
                            .map(CaseAnswers::status)
                            .toList();
            assertThat(answers).containsExactly(200, 200);
            assertThat(leader.see(task).path("assignees")).hasSize(1);
        }
    }

    @Test
    void whoLookedAtAnOlderCaseIsToldHowItStands() {
        JsonNode task = dispatched();
        expect(officer.tryStep(task, "sign", Map.of()), 200);
        Map<String, Object> stale = Map.of(
                "person",
                officer.actor.person().toString(),
                "version",
                task.path("version").asLong());

        JsonNode answer = json(leader.put("/cases/" + id(task) + "/assignee", stale), 409);

        assertThat(stage(answer.path("current"))).isEqualTo("handling");
        assertThat(leader.see(task).path("assignees")).isEmpty();
    }

    @Test
    void theDeskTellsWhoHasWhatAndWhatNobodyHas() {
        JsonNode task = dispatched();
        JsonNode other = dispatched();
        expect(assign(leader, task, officer), 200);

        JsonNode row = list(leader, "assigned=" + officer.actor.person());
        assertThat(row).hasSize(1);
        assertThat(row.get(0).path("assignee").path("person").asString())
                .isEqualTo(officer.actor.person().toString());
        assertThat(row.get(0).path("assignee").path("mine").asBoolean()).isFalse();
        assertThat(list(officer, "assigned=me").findValuesAsString("number"))
                .containsExactly(task.path("number").asString());
        assertThat(list(officer, "assigned=nobody&queue=sign").findValuesAsString("number"))
                .containsExactly(other.path("number").asString());
        assertThat(list(town.staff(Role.DISPATCHER, Town.DISTRICT), "assigned=nobody&unit=" + unit.code())
                        .findValuesAsString("number"))
                .containsExactly(other.path("number").asString());
    }

    @Test
    void aCalledUnitSeesItsOwnTaskInItsList() {
        Unit helps = hired.unit();
        Town.Person helper = hired.officer(helps);
        JsonNode whistled = whistled(helps);
        expect(assign(leader, whistled, officer), 200);

        JsonNode row = list(helper, "").get(0);

        assertThat(row.path("task").path("part").asString()).isEqualTo("ASSIST");
        assertThat(row.path("task").path("state").asString()).isEqualTo("CALLED");
        assertThat(row.path("assignee").isMissingNode()).isTrue();
        assertThat(list(helper, "assigned=nobody")).hasSize(1);
        assertThat(list(leader, "assigned=nobody")).isEmpty();
    }

    @Test
    void whoLooksAtTheDeskLearnsOfItAtOnce() {
        JsonNode task = dispatched();
        StepVerifier.create(leader.stream("/desk/changes")
                        .mapNotNull(ServerSentEvent::data)
                        .filter(change -> change.path("step").asString().equals("assign")))
                .then(() -> expect(assign(officer, task, officer), 200))
                .assertNext(change -> assertThat(change.path("id").asString()).isEqualTo(id(task)))
                .thenCancel()
                .verify(Duration.ofSeconds(20));
    }

    private static JsonNode list(Town.Person person, String filter) {
        return json(person.get("/desk/cases?" + filter), 200).path("items");
    }

    private ResponseSpec assign(Town.Person by, JsonNode subject, Town.@Nullable Person to) {
        Map<String, Object> body = new HashMap<>();
        if (to != null) {
            body.put("person", to.actor.person().toString());
        }
        return by.put("/cases/" + id(subject) + "/assignee", body);
    }

    private JsonNode registered(Map<String, ?> decided) {
        JsonNode accepted = town.staff(Role.REVIEWER, Town.DISTRICT)
                .step(town.citizen().report("damaged-traffic-sign"), "accept", decided);
        JsonNode confirmed = town.staff(Role.VERIFIER, Town.DISTRICT).step(accepted, "confirm");
        assertThat(stage(confirmed)).isEqualTo("registered");
        return confirmed;
    }

    private JsonNode dispatched() {
        JsonNode task = town.staff(Role.DISPATCHER, Town.DISTRICT)
                .step(registered(Map.of()), "dispatch", Map.of("unit", unit.code()));
        assertThat(task.path("unit").path("code").asString()).isEqualTo(unit.code());
        return task;
    }

    private JsonNode whistled(Unit helps) {
        List<Map<String, String>> calls =
                List.of(Map.of("unit", unit.code(), "part", "LEAD"), Map.of("unit", helps.code(), "part", "ASSIST"));
        return town.staff(Role.DISPATCHER, Town.DISTRICT)
                .step(registered(Map.of("difficulty", "HARD", "reason", "多家")), "whistle", Map.of("calls", calls));
    }

    private List<String> told(JsonNode about) {
        return town.told(about).stream()
                .filter(notice -> notice.template().startsWith("task.assigned")
                        || notice.template().startsWith("task.unassigned"))
                .map(AssignmentTest::words)
                .toList();
    }

    private static String words(Notice notice) {
        Audience.Persons persons = (Audience.Persons) notice.audience();
        assertThat(Objects.requireNonNull(notice.parameters().get("author"))).isNotEmpty();
        return persons.persons().getFirst() + " " + notice.template();
    }

    private static JsonNode last(JsonNode seen) {
        JsonNode timeline = seen.path("timeline");
        return timeline.get(timeline.size() - 1);
    }
}

package io.quanmin.casework;

import static io.quanmin.casework.CaseAnswers.atOnce;
import static io.quanmin.casework.CaseAnswers.id;
import static io.quanmin.casework.CaseAnswers.stage;
import static io.quanmin.casework.Town.expect;
import static io.quanmin.casework.Town.json;
import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice;
import io.quanmin.rulebook.Books;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** Time limits as cases in the database meet them. */
@CaseworkTest
final class AlarmClockTest {

    /** Working time after which every alarm of a task has gone off, but its level still has time. */
    private static final Duration LONG = Duration.ofHours(20);

    /** Working time after which the district has had its time, but not the city. */
    private static final Duration LONGER = Duration.ofHours(50);

    @Autowired
    private Town town;

    @Autowired
    private AlarmClock clock;

    @Autowired
    private DatabaseClient database;

    @Test
    void ofSeveralNodesThatLookAtOnceOneRingsEachAlarm() {
        List<JsonNode> cases = now(Flux.range(0, 5).map(nth -> signed()).collectList());
        Instant later = after(LONG);

        assertThat(now(Flux.range(0, 4)
                        .flatMap(node -> clock.ring(later).subscribeOn(Schedulers.boundedElastic()), 4)
                        .reduce(0L, Long::sum)))
                .isGreaterThanOrEqualTo(15);

        for (JsonNode each : cases) {
            List<String> rung = town.staff(Role.SUPERVISOR, Town.DISTRICT)
                    .see(each)
                    .path("timeline")
                    .findValuesAsString("step");
            assertThat(List.of("warn", "breach", "escalate"))
                    .allSatisfy(alarm ->
                            assertThat(Collections.frequency(rung, alarm)).isEqualTo(1));
        }
    }

    @Test
    void anAlarmReachesWhoHoldsTheTaskTheirLeaderAndAtLastTheSupervisors() {
        JsonNode signed = signed();
        assertThat(now(clock.ring(after(LONG)))).isPositive();

        Audience duty = new Audience.Duty(town.unit("sanitation").id());
        Audience leaders = new Audience.Leaders(town.unit("sanitation").id());
        assertThat(audiences(signed, "case.warn")).containsExactly(duty, leaders);
        assertThat(audiences(signed, "case.breach")).containsExactly(duty, leaders);
        assertThat(audiences(signed, "case.escalate"))
                .hasSize(3)
                .startsWith(duty, leaders)
                .last()
                .isInstanceOfSatisfying(
                        Audience.Role.class, role -> assertThat(role.role()).isEqualTo("SUPERVISOR"));
    }

    @Test
    void anAlarmThatCannotGoOffStepsAsideForTheOthers() {
        JsonNode signed = signed();
        Id broken = Id.parse(id(signed));
        rules(broken, 99);
        Instant later = after(LONG).truncatedTo(ChronoUnit.MICROS);

        assertThat(now(clock.ring(later))).isNotNegative();

        assertThat(now(database.sql("select alarm_at from casework.case_file where id = :id")
                        .bind("id", broken.value())
                        .mapValue(Instant.class)
                        .one()))
                .isEqualTo(later.plus(Duration.ofMinutes(10)));
        rules(broken, 3);
    }

    private void rules(Id broken, int version) {
        assertThat(now(database.sql("update casework.case_file set rules = :rules where id = :id")
                        .bind("rules", version)
                        .bind("id", broken.value())
                        .fetch()
                        .rowsUpdated()))
                .isEqualTo(1);
    }

    @Test
    void anOfficerWhoFinishesWhileAnAlarmGoesOffIsNotSentAway() {
        Town.Person officer = town.officer("sanitation");
        JsonNode signed = signed();
        String photo = officer.upload("portrait_6.jpg");
        assertThat(now(clock.ring(after(LONG)))).isPositive();

        JsonNode finished = officer.step(signed, "finish", Map.of("photos", List.of(photo)));

        assertThat(stage(finished)).isEqualTo("in-inspection");
    }

    @Test
    void anAlarmWhileSomebodySignsLosesNeither() {
        for (int round = 0; round < 4; round++) {
            JsonNode dispatched = dispatched();
            Town.Person officer = town.officer("sanitation");
            Instant later = after(LONG);

            assertThat(atOnce(() -> officer.tryStep(dispatched, "sign", Map.of()), () -> {
                        assertThat(now(clock.ring(later))).isNotNegative();
                        return officer.get("/cases/" + id(dispatched));
                    }))
                    .hasSize(2);

            JsonNode after = officer.see(dispatched);
            if (!stage(after).equals("handling")) {
                after = officer.step(after, "sign");
            }
            assertThat(after.path("timeline").findValuesAsString("step")).containsOnlyOnce("sign");
        }
    }

    @Test
    void ofSeveralNodesThatLookAtOnceOneSendsACaseUp() {
        JsonNode signed = signed();
        Instant later = after(LONGER);

        assertThat(now(Flux.range(0, 4)
                        .flatMap(node -> clock.ring(later).subscribeOn(Schedulers.boundedElastic()), 4)
                        .reduce(0L, Long::sum)))
                .isPositive();

        JsonNode risen = town.officer("city-command").see(signed);
        assertThat(risen.path("timeline").findValuesAsString("step")).containsOnlyOnce("rise");
        assertThat(risen.path("unit").path("code").asString()).isEqualTo("city-command");
        assertThat(audiences(signed, "case.passed-up"))
                .containsExactly(
                        new Audience.Duty(town.unit("sanitation").id()),
                        new Audience.Leaders(town.unit("sanitation").id()));
        assertThat(audiences(signed, "case.risen"))
                .containsExactly(new Audience.Duty(town.unit("city-command").id()));
    }

    @Test
    void aCaseThatGoesUpWhileSomebodySignsLosesNeither() {
        for (int round = 0; round < 4; round++) {
            JsonNode dispatched = dispatched();
            Town.Person officer = town.officer("sanitation");
            Instant later = after(LONGER);

            assertThat(atOnce(() -> officer.tryStep(dispatched, "sign", Map.of()), () -> {
                        assertThat(now(clock.ring(later))).isNotNegative();
                        return officer.get("/cases/" + id(dispatched));
                    }))
                    .hasSize(2);
            assertThat(now(clock.ring(later))).isNotNegative();

            JsonNode after = officer.see(dispatched);
            assertThat(after.path("timeline").findValuesAsString("step")).containsOnlyOnce("rise");
            assertThat(after.path("unit").path("code").asString()).isEqualTo("city-command");
            expect(officer.tryStep(dispatched, "sign", Map.of()), 409);
            assertThat(stage(town.officer("city-command").step(after, "sign"))).isEqualTo("handling");
        }
    }

    @Test
    void urgingAndSupervisingTellThoseAtWork() {
        Town.Person citizen = town.citizen();
        JsonNode reported = citizen.report("exposed-garbage");

        JsonNode urged = citizen.step(reported, "urge", Map.of("reason", "两天没动静"));
        assertThat(json(citizen.tryStep(urged, "urge", Map.of()), 422)
                        .path("type")
                        .asString())
                .endsWith("/urged-enough");
        JsonNode watched =
                town.staff(Role.SUPERVISOR, Town.DISTRICT).step(urged, "supervise", Map.of("reason", "请限时办结"));
        expect(citizen.tryStep(watched, "supervise", Map.of("reason", "我也要")), 422);

        assertThat(watched.path("supervised").asBoolean()).isTrue();
        assertThat(town.staff(Role.REVIEWER, Town.DISTRICT).queue("review").stream()
                        .filter(item -> item.path("id").asString().equals(id(reported))))
                .singleElement()
                .satisfies(
                        item -> assertThat(item.path("supervised").asBoolean()).isTrue());
        assertThat(citizen.see(reported).path("supervised").asBoolean()).isFalse();
        assertThat(watched.path("timeline").findValuesAsString("by").getLast()).startsWith("监督员");
        assertThat(audiences(reported, "case.urge")).hasSize(1);
        assertThat(audiences(reported, "case.supervise")).hasSize(1);
    }

    @Test
    void theWorkingGroupSupervisesWhatItSeesInItsArea() {
        JsonNode signed = signed();
        Town.Person member = town.staff(Role.WORKING_GROUP, Town.CITY.substring(0, 4));

        JsonNode watched = member.step(signed, "supervise", Map.of("reason", "例会关注，请限时办结"));

        assertThat(watched.path("supervised").asBoolean()).isTrue();
        assertThat(watched.path("timeline").findValuesAsString("by").getLast()).startsWith("专班成员");
        assertThat(audiences(signed, "case.supervise"))
                .containsExactly(
                        new Audience.Duty(town.unit("sanitation").id()),
                        new Audience.Leaders(town.unit("sanitation").id()));
        expect(member.get("/tasks?queue=overdue"), 200);
        expect(town.staff(Role.WORKING_GROUP, "990103").tryStep(watched, "supervise", Map.of("reason", "外区")), 422);
    }

    @Test
    void aDispatcherTakesBackWhatLiesWithAUnitThatHasNobody() {
        JsonNode dispatched = dispatched();
        Town.Person dispatcher = town.staff(Role.DISPATCHER, Town.DISTRICT);

        JsonNode back = dispatcher.step(dispatched, "return", Map.of("reason", "该单位暂无人值守"));

        assertThat(stage(back)).isEqualTo("registered");
    }

    private static List<String> ids(Town.Person by, String path) {
        return json(by.get(path), 200).path("items").findValuesAsString("id");
    }

    @Test
    void anExtensionIsAskedForAndGrantedThroughTheWeb() {
        Town.Person officer = town.officer("sanitation");
        JsonNode signed = signed();
        assertThat(json(officer.tryStep(signed, "ask-extension", Map.of("reason", "等配件")), 400)
                        .path("violations")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("hours");
        JsonNode asked = officer.step(signed, "ask-extension", Map.of("hours", 8, "reason", "等配件"));
        Town.Person dispatcher = town.staff(Role.DISPATCHER, Town.DISTRICT);
        assertThat(dispatcher.waiting("extension")).contains(id(signed));
        JsonNode granted = dispatcher.step(asked, "grant-extension");
        assertThat(dispatcher.waiting("extension")).doesNotContain(id(signed));
        expect(officer.get("/tasks?queue=extension"), 403);

        assertThat(Instant.parse(granted.path("dueAt").asString()))
                .isAfter(Instant.parse(signed.path("dueAt").asString()));
        assertThat(audiences(signed, "extension.asked")).hasSize(1);
        assertThat(audiences(signed, "extension.granted")).hasSize(1);
    }

    @Test
    void whatAUnitAskedForEndsWithItsTurn() {
        JsonNode signed = signed();
        JsonNode asked = town.officer("sanitation").step(signed, "ask-extension", Map.of("hours", 8, "reason", "等配件"));
        assertThat(now(clock.ring(after(LONGER)))).isPositive();
        Town.Person dispatcher = town.staff(Role.DISPATCHER, Town.DISTRICT);
        Town.Person officer = town.officer("city-command");
        JsonNode risen = officer.step(officer.see(asked), "sign");

        assertThat(dispatcher.waiting("extension")).doesNotContain(id(signed));
        expect(dispatcher.tryStep(risen, "grant-extension", Map.of()), 422);
        assertThat(risen.path("allowed").findValuesAsString("step")).contains("ask-extension");
        JsonNode anew = officer.step(risen, "ask-extension", Map.of("hours", 4, "reason", "等车辆"));
        assertThat(dispatcher.waiting("extension")).contains(id(signed));
        assertThat(stage(dispatcher.step(anew, "grant-extension"))).isEqualTo("handling");
    }

    @Test
    void aShelvedCaseRestsAndGoesOn() {
        Town.Person supervisor = town.staff(Role.SUPERVISOR, Town.DISTRICT);
        String until = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(30).toString();
        JsonNode shelved = supervisor.step(signed(), "shelve", Map.of("until", until, "reason", "汛期不宜施工"));
        assertThat(stage(shelved)).isEqualTo("shelved");
        assertThat(supervisor.waiting("shelved")).contains(id(shelved));
        assertThat(stage(supervisor.step(shelved, "resume"))).isEqualTo("dispatched");
    }

    @Test
    void whatIsLateIsSeenBySupervisorsOfTheAreaAndLeadersOfTheUnit() {
        JsonNode late = signed();
        JsonNode inTime = signed();
        assertThat(now(database.sql(
                                "update casework.case_file set due_at = now() - interval '1 minute' where number = :number")
                        .bind("number", late.path("number").asString())
                        .fetch()
                        .rowsUpdated()))
                .isEqualTo(1);
        Town.Person leader = town.person(Town.DISTRICT, town.unit("sanitation").id(), Role.LEADER);
        Town.Person other =
                town.person(Town.DISTRICT, town.unit("municipal-works").id(), Role.LEADER);

        assertThat(town.staff(Role.SUPERVISOR, Town.DISTRICT).waiting("overdue"))
                .contains(id(late))
                .doesNotContain(id(inTime));
        assertThat(leader.waiting("overdue")).contains(id(late));
        assertThat(other.waiting("overdue")).doesNotContain(id(late));
        expect(town.officer("sanitation").get("/tasks?queue=overdue"), 403);
    }

    private static Instant after(Duration worked) {
        return Books.present().calendar().plus(Instant.now(), worked);
    }

    private List<Audience> audiences(JsonNode about, String template) {
        return town.told(about).stream()
                .filter(notice -> notice.template().equals(template))
                .map(Notice::audience)
                .toList();
    }

    private JsonNode dispatched() {
        JsonNode reported = town.citizen().report("exposed-garbage");
        JsonNode accepted = town.staff(Role.REVIEWER, Town.DISTRICT).step(reported, "accept");
        return town.staff(Role.VERIFIER, Town.DISTRICT).step(accepted, "confirm");
    }

    private JsonNode signed() {
        return town.officer("sanitation").step(dispatched(), "sign");
    }
}

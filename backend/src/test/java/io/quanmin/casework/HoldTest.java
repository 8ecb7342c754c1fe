package io.quanmin.casework;

import static io.quanmin.casework.CaseAnswers.id;
import static io.quanmin.casework.CaseAnswers.stage;
import static io.quanmin.casework.CaseAnswers.status;
import static io.quanmin.casework.Town.json;
import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.identity.StaffAdministration;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.testing.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A case is worked on by one person at a time. */
@CaseworkTest
class HoldTest {

    @Autowired
    Town town;

    @Autowired
    HoldTable holds;

    @Autowired
    StaffAdministration administration;

    @Autowired
    DatabaseClient database;

    @Test
    void ofManyWhoAskAtOnceEachTakesAnotherCase() {
        for (int i = 0; i < 24; i++) {
            assertThat(id(town.citizen().report("exposed-garbage"))).isNotEmpty();
        }
        List<Supplier<ResponseSpec>> all = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
            all.add(() -> reviewer.post("/tasks/next?queue=review", Map.of(), null));
        }

        var answers = CaseAnswers.atOnce(all);

        assertThat(answers).extracting(CaseAnswers::status).containsOnly(200);
        assertThat(answers)
                .extracting(answer -> id(Objects.requireNonNull(answer.getResponseBody())))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatSomebodyHoldsOthersSeeAndLeaveAlone() {
        JsonNode fresh = town.citizen().report("exposed-garbage");
        Town.Person first = town.staff(Role.REVIEWER, Town.DISTRICT);
        Town.Person second = town.staff(Role.REVIEWER, Town.DISTRICT);
        JsonNode hold = json(first.post(path(fresh), Map.of(), null), 200);
        assertThat(hold.path("mine").asBoolean()).isTrue();

        JsonNode refused = json(second.post(path(fresh), Map.of(), null), 409);
        assertThat(refused.path("type").asString()).endsWith("/case-held");
        assertThat(json(second.tryStep(fresh, "accept", Map.of()), 409)
                        .path("type")
                        .asString())
                .endsWith("/case-held");
        assertThat(inQueue(second, fresh).path("hold").path("mine").asBoolean(true))
                .isFalse();
        assertThat(inQueue(first, fresh).path("hold").path("mine").asBoolean()).isTrue();
        assertThat(second.see(fresh).path("hold").path("until").asString()).isNotEmpty();

        assertThat(stage(first.step(fresh, "accept"))).isEqualTo("in-verification");
        assertThat(Await.<List<HoldTable.Hold>>now(holds.on(Set.of(idOf(fresh))).collectList()))
                .isEmpty();
    }

    @Test
    void aLeaseThatIsOverKeepsNobodyOut() {
        JsonNode fresh = town.citizen().report("exposed-garbage");
        Town.Person gone = town.staff(Role.REVIEWER, Town.DISTRICT);
        Town.Person second = town.staff(Role.REVIEWER, Town.DISTRICT);
        HoldTable.Hold hold =
                now(holds.take(idOf(fresh), gone.actor.person(), Set.of(gone.actor.person()), Duration.ofMillis(1)));
        assertThat(hold.person()).isEqualTo(gone.actor.person());

        assertThat(json(second.post(path(fresh), Map.of(), null), 200)
                        .path("mine")
                        .asBoolean())
                .isTrue();
        assertThat(stage(second.step(fresh, "accept"))).isEqualTo("in-verification");
    }

    @Test
    void whoStandsInForSomebodyGoesOnWithWhatTheyHold() {
        Hired hired = new Hired(town, administration, database);
        Town.Person away = hired.person(null, Role.REVIEWER);
        Town.Person standIn = hired.person(null, Role.REVIEWER);
        Town.Person other = hired.person(null, Role.REVIEWER);
        JsonNode fresh = town.citizen().report("exposed-garbage");
        Town.expect(away.post(path(fresh), Map.of(), null), 200);
        Town.expect(standIn.post(path(fresh), Map.of(), null), 409);
        Instant now = Instant.now();
        Map<String, Object> absence = Map.of(
                "substitute", String.valueOf(standIn.actor.staff()),
                "from", now.minusSeconds(60).toString(),
                "until", now.plusSeconds(3_600).toString());
        Town.expect(away.post("/absences", absence, Town.aKey()), 201);

        Town.expect(other.post(path(fresh), Map.of(), null), 409);
        assertThat(json(standIn.post(path(fresh), Map.of(), null), 200)
                        .path("mine")
                        .asBoolean())
                .isTrue();
        assertThat(stage(standIn.step(fresh, "accept"))).isEqualTo("in-verification");
    }

    @Test
    void aSupervisorBreaksAHoldAndNobodyElse() {
        JsonNode fresh = town.citizen().report("exposed-garbage");
        Town.Person first = town.staff(Role.REVIEWER, Town.DISTRICT);
        Town.Person second = town.staff(Role.REVIEWER, Town.DISTRICT);
        Town.expect(first.post(path(fresh), Map.of(), null), 200);

        second.delete(path(fresh)).expectStatus().isNoContent();
        assertThat(json(second.post(path(fresh), Map.of(), null), 409)
                        .path("by")
                        .asString())
                .isNotEmpty();
        town.staff(Role.SUPERVISOR, Town.DISTRICT)
                .delete(path(fresh))
                .expectStatus()
                .isNoContent();
        Town.expect(second.post(path(fresh), Map.of(), null), 200);
    }

    @Test
    void theReporterWaitsForNobodyAndNobodyHoldsTheirOwn() {
        Town.Person both = town.person(Town.DISTRICT, null, Role.CITIZEN, Role.REVIEWER);
        JsonNode own = both.report("exposed-garbage");
        Town.expect(both.post(path(own), Map.of(), null), 404);
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        Town.expect(reviewer.post(path(own), Map.of(), null), 200);

        assertThat(stage(both.step(own, "withdraw"))).isEqualTo("withdrawn");
        assertThat(status(CaseAnswers.atOnce(() -> reviewer.post(path(own), Map.of(), null))
                        .getFirst()))
                .isEqualTo(422);
    }

    private static String path(JsonNode subject) {
        return "/tasks/" + id(subject) + "/hold";
    }

    private static Id idOf(JsonNode subject) {
        return Id.parse(id(subject));
    }

    private static JsonNode inQueue(Town.Person person, JsonNode subject) {
        return person.queue("review").stream()
                .filter(item -> id(item).equals(id(subject)))
                .findFirst()
                .orElseThrow();
    }
}

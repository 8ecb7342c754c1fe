package io.quanmin.casework;

import static io.quanmin.casework.CaseAnswers.atOnce;
import static io.quanmin.casework.CaseAnswers.id;
import static io.quanmin.casework.CaseAnswers.stage;
import static io.quanmin.casework.CaseAnswers.stageName;
import static io.quanmin.casework.Town.expect;
import static io.quanmin.casework.Town.json;
import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.notice.Audience;
import io.quanmin.notice.Notice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Several reports of one problem become one case. */
@CaseworkTest
final class MergingTest {

    @Autowired
    private Town town;

    @Autowired
    private DatabaseClient database;

    @Test
    void whoeverReportedTheSameFollowsTheCaseThatGoesOnAlsoThroughAChain() {
        Town.Person first = town.citizen();
        Town.Person second = town.citizen();
        Town.Person third = town.citizen();
        JsonNode a = first.report("exposed-garbage");
        JsonNode b = second.report("exposed-garbage");
        JsonNode c = third.report("exposed-garbage");
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);

        JsonNode merged = reviewer.step(a, "merge", Map.of("into", id(b), "note", "同一处"));
        assertThat(merged.path("mergedInto").asString()).isEqualTo(id(b));
        expect(reviewer.tryStep(b, "merge", Map.of("into", id(c))), 200);

        assertThat(first.see(a).path("mergedInto").asString()).isEqualTo(id(c));
        assertThat(stageName(first.see(c))).isEqualTo("审核中");
        expect(town.citizen().get("/cases/" + id(c)), 404);
        expect(reviewer.tryStep(c, "accept", Map.of()), 200);
        Notice accepted = town.told(c).stream()
                .filter(notice -> notice.template().equals("case.accepted"))
                .findFirst()
                .orElseThrow();
        assertThat(((Audience.Persons) accepted.audience()).persons())
                .containsExactlyInAnyOrder(first.actor.person(), second.actor.person(), third.actor.person());
    }

    @Test
    void twoCasesMergedIntoEachOtherAtOnceDoNotMakeALoop() {
        JsonNode a = town.citizen().report("exposed-garbage");
        JsonNode b = town.citizen().report("exposed-garbage");
        Town.Person one = town.staff(Role.REVIEWER, Town.DISTRICT);
        Town.Person other = town.staff(Role.REVIEWER, Town.DISTRICT);

        List<EntityExchangeResult<JsonNode>> answers = atOnce(
                () -> one.tryStep(a, "merge", Map.of("into", id(b))),
                () -> other.tryStep(b, "merge", Map.of("into", id(a))));

        assertThat(answers.stream().map(CaseAnswers::status).filter(status -> status == 200))
                .hasSize(1);
        assertThat(List.of(stage(one.see(a)), stage(one.see(b)))).containsExactlyInAnyOrder("merged", "in-review");
    }

    @Test
    void aCaseIsNotMergedIntoItselfNorIntoOneThatIsNotThere() {
        JsonNode a = town.citizen().report("exposed-garbage");
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);

        for (String target : List.of(id(a), Town.anId().toString())) {
            assertThat(json(reviewer.tryStep(a, "merge", Map.of("into", target)), 422)
                            .path("type")
                            .asString())
                    .endsWith("/merge-target-unfit");
        }
    }

    @Test
    void whoReportedTheSameIsCountedAndNamedWhenItIsClosedUnlessTheyWereTakenApartAgain() {
        Town.Person first = town.citizen();
        Town.Person second = town.citizen();
        JsonNode kept = first.report("exposed-garbage");
        JsonNode merged = second.report("exposed-garbage");
        JsonNode apart = town.citizen().report("exposed-garbage");
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        expect(reviewer.tryStep(merged, "merge", Map.of("into", id(kept))), 200);
        JsonNode wrongly = reviewer.step(apart, "merge", Map.of("into", id(kept)));
        assertThat(first.see(kept).path("supporters").asLong()).isEqualTo(2);
        expect(reviewer.tryStep(wrongly, "unmerge", Map.of("reason", "不是同一处")), 200);
        assertThat(first.see(kept).path("supporters").asLong()).isEqualTo(1);

        close(kept);

        assertThat(credited(kept))
                .containsExactly(
                        first.actor.person().toString(), second.actor.person().toString());
    }

    private void close(JsonNode reported) {
        JsonNode accepted = town.staff(Role.REVIEWER, Town.DISTRICT).step(reported, "accept");
        Town.Person verifier = town.staff(Role.VERIFIER, Town.DISTRICT);
        Town.Person officer = town.officer("sanitation");
        JsonNode signed = officer.step(verifier.step(accepted, "confirm"), "sign");
        JsonNode finished = officer.step(signed, "finish", Map.of("photos", List.of(officer.upload("portrait_6.jpg"))));
        expect(verifier.tryStep(finished, "pass", Map.of("answer", "垃圾已清运。")), 200);
    }

    private List<String> credited(JsonNode closed) {
        String payload = now(
                database.sql("select payload::text from outbox.event where subject = :id and name = 'casework.closed'")
                        .bind("id", Id.parse(id(closed)).value())
                        .mapValue(String.class)
                        .one());
        return JsonMapper.shared().readTree(payload).path("reporters").findValuesAsString("person");
    }

    @Test
    void aCaseOthersWereMergedIntoIsTheirsTooAndCannotBeWithdrawn() {
        Town.Person first = town.citizen();
        JsonNode kept = first.report("exposed-garbage");
        JsonNode merged = town.citizen().report("exposed-garbage");
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        expect(reviewer.tryStep(merged, "merge", Map.of("into", id(kept))), 200);

        assertThat(json(first.tryStep(kept, "withdraw", Map.of()), 422)
                        .path("type")
                        .asString())
                .endsWith("/others-reported-too");
        assertThat(stage(first.see(kept))).isEqualTo("in-review");
    }

    @Test
    void whoReportedTheSameAsACitizenReviewsNeither() {
        Town.Person both = town.person(Town.DISTRICT, null, Role.CITIZEN, Role.REVIEWER);
        JsonNode kept = town.citizen().report("exposed-garbage");
        JsonNode own = both.report("exposed-garbage");
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        expect(reviewer.tryStep(own, "merge", Map.of("into", id(kept))), 200);

        assertThat(json(both.tryStep(kept, "accept", Map.of()), 422)
                        .path("type")
                        .asString())
                .endsWith("/own-case");
        assertThat(stage(reviewer.step(kept, "accept"))).isEqualTo("in-verification");
    }

    @Test
    void nobodyLetsTheirOwnGoOnInAStrangersPlace() {
        Town.Person both = town.person(Town.DISTRICT, null, Role.CITIZEN, Role.REVIEWER);
        JsonNode own = both.report("exposed-garbage");
        JsonNode kept = town.citizen().report("exposed-garbage");
        JsonNode strange = town.citizen().report("exposed-garbage");

        assertThat(json(both.tryStep(strange, "merge", Map.of("into", id(own))), 422)
                        .path("type")
                        .asString())
                .endsWith("/own-case");
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        expect(reviewer.tryStep(own, "merge", Map.of("into", id(kept))), 200);
        assertThat(json(both.tryStep(strange, "merge", Map.of("into", id(kept))), 422)
                        .path("type")
                        .asString())
                .endsWith("/own-case");
        assertThat(stage(reviewer.step(strange, "merge", Map.of("into", id(kept)))))
                .isEqualTo("merged");
    }

    @Test
    void whoFollowsNoLongerAfterAMergeFollowsNeither() {
        JsonNode merged = accepted();
        JsonNode kept = accepted();
        Town.Person neighbour = town.citizen();
        expect(neighbour.put("/cases/" + id(merged) + "/support"), 200);
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        Town.Person verifier = town.staff(Role.VERIFIER, Town.DISTRICT);
        JsonNode refuted = verifier.step(merged, "refute", Map.of("reason", "同一处"));
        expect(reviewer.tryStep(refuted, "merge", Map.of("into", id(kept))), 200);
        String support = "/cases/" + id(kept) + "/support";
        assertThat(json(neighbour.put(support), 200).path("supported").asBoolean())
                .isTrue();

        JsonNode left = json(neighbour.delete(support), 200);

        assertThat(left.path("supported").asBoolean(true)).isFalse();
        assertThat(json(town.citizen().put(support), 200).path("supporters").asInt())
                .as("who reported the same, and who has just joined")
                .isEqualTo(2);
    }

    private JsonNode accepted() {
        return town.staff(Role.REVIEWER, Town.DISTRICT).step(town.citizen().report("exposed-garbage"), "accept");
    }

    @Test
    void ofAMergeAndAWithdrawalOfItsTargetAtOnceOneWins() {
        for (int round = 0; round < 5; round++) {
            Town.Person first = town.citizen();
            JsonNode kept = first.report("exposed-garbage");
            JsonNode other = town.citizen().report("exposed-garbage");
            Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);

            List<EntityExchangeResult<JsonNode>> answers = atOnce(
                    () -> reviewer.tryStep(other, "merge", Map.of("into", id(kept))),
                    () -> first.tryStep(kept, "withdraw", Map.of()));

            assertThat(answers.stream().map(CaseAnswers::status)).containsExactlyInAnyOrder(200, 422);
        }
    }
}

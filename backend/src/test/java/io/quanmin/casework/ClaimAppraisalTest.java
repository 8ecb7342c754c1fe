package io.quanmin.casework;

import static io.quanmin.casework.CaseAnswers.stage;
import static io.quanmin.casework.Town.json;
import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** Whose results are appraised, by whom, and what follows. */
@CaseworkTest
final class ClaimAppraisalTest extends OfferedCases {

    @Test
    void aPhotoThatSaysNothingIsAlwaysAppraisedAndTheReviewerSeesWhy() {
        Town.Person neighbour = town.citizen();
        JsonNode claimed = neighbour.step(offered(), "claim");

        JsonNode solved = neighbour.step(
                claimed,
                "solve",
                Map.of(
                        "before", List.of(neighbour.takeSilently(seed())),
                        "photos", List.of(neighbour.takeSilently(seed()))));

        assertThat(stage(solved)).isEqualTo("in-appraisal");
        JsonNode check = reviewer().see(solved).path("check");
        assertThat(check.path("doubts").values())
                .extracting(JsonNode::asString)
                .contains("UNPROVEN", "FIRST_OF_PERSON");
        assertThat(check.has("metres")).isFalse();
    }

    @Test
    void afterTheirFirstResultsOnlyTheSampleIsAppraised() {
        Town.Person trusted = town.citizen();
        for (int nth = 0; nth < 3; nth++) {
            assertThat(stage(solved(trusted))).isEqualTo("in-appraisal");
        }

        List<JsonNode> later = now(Flux.range(0, 12).map(nth -> solved(trusted)).collectList());

        assertThat(later).extracting(CaseAnswers::stage).contains("closed");
        JsonNode closed = later.stream()
                .filter(each -> stage(each).equals("closed"))
                .findFirst()
                .orElseThrow();
        JsonNode seen = reviewer().see(closed);
        assertThat(seen.path("timeline").findValuesAsString("step")).endsWith("solve", "approve");
        assertThat(seen.path("timeline")
                        .get(seen.path("timeline").size() - 1)
                        .path("note")
                        .asString())
                .contains("30%");
    }

    @Test
    void aResultThatIsNotGoodGoesBackOnOfferAndItsHolderIsToldWhy() {
        Town.Person neighbour = town.citizen();
        JsonNode solved = solved(neighbour);

        JsonNode refused = reviewer().step(solved, "disapprove", Map.of("reason", "角落还有垃圾"));

        assertThat(stage(refused)).isEqualTo("offered");
        assertThat(told(refused)).contains("claim.disapproved", "case.offered-again");
        assertThat(json(neighbour.get("/claims/mine"), 200).path("items")).isEmpty();
        assertThat(refused.path("results")).isEmpty();
        Town.Person other = town.citizen();
        JsonNode again = other.step(other.step(refused, "claim"), "solve", result(other, 5));
        assertThat(again.path("befores")).hasSize(1);
        assertThat(again.path("results")).hasSize(1);
    }

    @Test
    void whoSolvedItDoesNotAppraiseItAsStaffAndWhoServedItDoesNotClaimIt() {
        Town.Person neighbour = town.citizen();
        JsonNode solved = solved(neighbour);
        Actor asReviewer = new Actor(
                neighbour.actor.person(), Town.anId(), Set.of(Role.REVIEWER), Town.anId(), null, Town.DISTRICT, null);
        assertThat(json(town.come(asReviewer).tryStep(solved, "approve", Map.of()), 422)
                        .path("type")
                        .asString())
                .endsWith("/handler-cannot-inspect");

        Town.Person dispatcher = town.staff(Role.DISPATCHER, Town.DISTRICT);
        JsonNode offered = dispatcher.step(registered(), "offer");
        Actor asCitizen = new Actor(
                dispatcher.actor.person(), Town.anId(), Set.of(Role.CITIZEN), null, null, null, "o" + Town.anId());
        assertThat(problem(json(town.come(asCitizen).tryStep(offered, "claim", Map.of()), 422)))
                .isEqualTo("served-here");
    }
}

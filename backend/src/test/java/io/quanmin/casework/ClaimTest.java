package io.quanmin.casework;

import static io.quanmin.casework.CaseAnswers.atOnce;
import static io.quanmin.casework.CaseAnswers.id;
import static io.quanmin.casework.CaseAnswers.stage;
import static io.quanmin.casework.Town.json;
import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** Citizens claim what is on offer, one each, and lose what they do not solve in time. */
@CaseworkTest
final class ClaimTest extends OfferedCases {

    @Autowired
    private AlarmClock clock;

    @Test
    void aNeighbourClaimsSolvesAndIsApproved() {
        Town.Person neighbour = town.citizen();
        JsonNode claimed = neighbour.step(offered(), "claim");
        assertThat(stage(claimed)).isEqualTo("claimed");
        assertThat(claimed.path("allowed").findValuesAsString("step")).containsExactly("solve", "give-back");

        JsonNode solved = neighbour.step(claimed, "solve", result(neighbour, 5));

        assertThat(stage(solved)).isEqualTo("in-appraisal");
        assertThat(solved.path("befores")).hasSize(1);
        assertThat(solved.path("results")).hasSize(1);
        Town.Person reviewer = reviewer();
        assertThat(reviewer.waiting("appraise")).contains(id(solved));
        JsonNode approved = reviewer.step(reviewer.see(solved), "approve");
        assertThat(stage(approved)).isEqualTo("closed");
        assertThat(approved.path("solvedBy").asString()).isEqualTo("NEIGHBOUR");
        assertThat(told(approved))
                .contains("case.offered", "case.claimed", "case.solved", "task.appraise", "claim.approved")
                .containsOnlyOnce("case.closed");
    }

    @Test
    void ofTwoClaimsAtOnceOneWinsAndTheOtherIsToldSo() {
        for (int round = 0; round < 4; round++) {
            JsonNode offered = offered();
            Town.Person one = town.citizen();
            Town.Person other = town.citizen();

            List<EntityExchangeResult<JsonNode>> answers = atOnce(
                    () -> one.tryStep(offered, "claim", Map.of()), () -> other.tryStep(offered, "claim", Map.of()));

            assertThat(answers).extracting(CaseAnswers::status).containsExactlyInAnyOrder(200, 409);
            assertThat(answers)
                    .extracting(answer -> problem(answer.getResponseBody()))
                    .contains("not-on-offer");
            assertThat(one.see(offered).path("timeline").findValuesAsString("step"))
                    .containsOnlyOnce("claim");
        }
    }

    @Test
    void nobodyHoldsMoreThanTheRulesAllowAlsoWhenTheyClaimAtOnce() {
        Town.Person greedy = town.citizen();
        List<JsonNode> offered = now(Flux.range(0, 5).map(nth -> offered()).collectList());

        List<EntityExchangeResult<JsonNode>> answers = atOnce(
                () -> greedy.tryStep(offered.get(0), "claim", Map.of()),
                () -> greedy.tryStep(offered.get(1), "claim", Map.of()),
                () -> greedy.tryStep(offered.get(2), "claim", Map.of()),
                () -> greedy.tryStep(offered.get(3), "claim", Map.of()),
                () -> greedy.tryStep(offered.get(4), "claim", Map.of()));

        assertThat(answers).extracting(CaseAnswers::status).containsExactlyInAnyOrder(200, 200, 200, 422, 422);
        assertThat(answers)
                .extracting(answer -> problem(answer.getResponseBody()))
                .contains("claims-enough");
        assertThat(json(greedy.get("/claims/mine"), 200).path("items")).hasSize(3);
    }

    @Test
    void aClosedCaseIsNotClaimed() {
        Town.Person neighbour = town.citizen();
        JsonNode solved = solved(neighbour);
        JsonNode closed = reviewer().step(solved, "approve");

        assertThat(problem(json(town.citizen().tryStep(closed, "claim", Map.of()), 409)))
                .isEqualTo("not-on-offer");
    }

    @Test
    void aClaimLapsesOnceHoweverManyNodesLookAndThenIsOnOfferAgain() {
        Town.Person neighbour = town.citizen();
        JsonNode claimed = neighbour.step(offered(), "claim");
        Instant soon = Instant.now().plus(Duration.ofHours(25));

        assertThat(now(Flux.range(0, 4)
                        .flatMap(node -> clock.ring(soon).subscribeOn(Schedulers.boundedElastic()), 4)
                        .reduce(0L, Long::sum)))
                .isPositive();

        JsonNode after = neighbour.see(claimed);
        assertThat(stage(after)).isEqualTo("offered");
        assertThat(after.path("timeline").findValuesAsString("step")).containsOnlyOnce("lapse", "remind");
        assertThat(told(after)).containsOnlyOnce("claim.lapsed", "claim.remind");
        assertThat(problem(json(neighbour.tryStep(claimed, "solve", result(neighbour, 5)), 409)))
                .isEqualTo("claim-over");
        assertThat(stage(neighbour.step(after, "claim"))).isEqualTo("claimed");
    }

    @Test
    void aResultSentWhileTheClaimLapsesIsTakenOrSaidToBeLate() {
        for (int round = 0; round < 4; round++) {
            Town.Person neighbour = town.citizen();
            JsonNode claimed = neighbour.step(offered(), "claim");
            Map<String, Object> result = result(neighbour, 5);
            Instant soon = Instant.now().plus(Duration.ofHours(25));

            List<EntityExchangeResult<JsonNode>> answers =
                    atOnce(() -> neighbour.tryStep(claimed, "solve", result), () -> {
                        assertThat(now(clock.ring(soon))).isNotNegative();
                        return neighbour.get("/cases/" + id(claimed));
                    });

            JsonNode after = neighbour.see(claimed);
            boolean taken = stage(after).equals("in-appraisal");
            assertThat(answers).extracting(CaseAnswers::status).contains(taken ? 200 : 409);
            assertThat(after.path("timeline").findValuesAsString("step"))
                    .satisfiesOnlyOnce(step -> assertThat(step).isIn("solve", "lapse"));
            if (!taken) {
                JsonNode again = neighbour.step(after, "claim");
                assertThat(stage(neighbour.step(again, "solve", result))).isEqualTo("in-appraisal");
            }
        }
    }

    @Test
    void whatNobodyClaimsGoesToADispatcherAgain() {
        JsonNode offered = offered();

        assertThat(now(clock.ring(Instant.now().plus(Duration.ofHours(73))))).isPositive();

        JsonNode after = town.staff(Role.DISPATCHER, Town.DISTRICT).see(offered);
        assertThat(stage(after)).isEqualTo("registered");
        assertThat(told(after)).as("the unit of the rule is not there").endsWith("task.unplaced");
    }

    @Test
    void whatIsOnOfferIsFoundNearestFirst() {
        JsonNode offered = offered();
        Town.Person citizen = town.citizen();
        String around =
                "/cases/offered?longitude=%s&latitude=%s&datum=WGS84&limit=100".formatted(Town.EAST, Town.NORTH);

        JsonNode near = json(citizen.get(around), 200).path("items");

        assertThat(near.findValuesAsString("id")).contains(id(offered));
        assertThat(near.findValues("distance")).extracting(JsonNode::asDouble).isSorted();
        assertThat(near.findValues("stage"))
                .allSatisfy(each -> assertThat(each.path("code").asString()).isEqualTo("offered"));
        assertThat(stage(citizen.step(offered, "claim"))).isEqualTo("claimed");
        assertThat(json(citizen.get(around), 200).path("items").findValuesAsString("id"))
                .doesNotContain(id(offered));
    }
}

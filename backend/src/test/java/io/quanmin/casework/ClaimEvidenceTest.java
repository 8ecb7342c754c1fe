package io.quanmin.casework;

import static io.quanmin.casework.CaseAnswers.stage;
import static io.quanmin.casework.Town.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the photos of a result must prove: where, when, and that nobody brought them before. */
@CaseworkTest
final class ClaimEvidenceTest extends OfferedCases {

    @Test
    void aResultFromFarAwayIsRefusedAndTheDistanceSaid() {
        Town.Person neighbour = town.citizen();
        JsonNode claimed = neighbour.step(offered(), "claim");

        JsonNode refused = json(neighbour.tryStep(claimed, "solve", result(neighbour, 500)), 422);

        assertThat(problem(refused)).isEqualTo("result-too-far");
        assertThat(refused.path("metres").asInt()).isEqualTo(500);
        assertThat(refused.path("detail").asString()).contains("500", "200");
        Map<String, Object> sentFromAfar = new HashMap<>(result(neighbour, 5));
        sentFromAfar.put("position", Map.of("longitude", Town.EAST, "latitude", Town.NORTH + 0.01, "datum", "WGS84"));
        assertThat(problem(json(neighbour.tryStep(claimed, "solve", sentFromAfar), 422)))
                .isEqualTo("result-too-far");
        assertThat(stage(neighbour.see(claimed))).isEqualTo("claimed");
    }

    @Test
    void aPhotoOfAfterwardsTakenBeforeTheClaimIsRefused() {
        Town.Person neighbour = town.citizen();
        JsonNode offered = offered();
        String uploadedBefore = neighbour.takeSilently(seed());
        JsonNode claimed = neighbour.step(offered, "claim");
        Instant yesterday = Instant.now().minus(Duration.ofHours(20));

        assertThat(problem(json(
                        neighbour.tryStep(
                                claimed,
                                "solve",
                                Map.of(
                                        "before", List.of(neighbour.take(seed(), Instant.now(), 5)),
                                        "photos", List.of(neighbour.take(seed(), yesterday, 5)))),
                        422)))
                .isEqualTo("photo-taken-earlier");
        assertThat(problem(json(
                        neighbour.tryStep(
                                claimed,
                                "solve",
                                Map.of(
                                        "before", List.of(neighbour.take(seed(), Instant.now(), 5)),
                                        "photos", List.of(uploadedBefore))),
                        422)))
                .isEqualTo("photo-taken-earlier");
        assertThat(problem(json(
                        neighbour.tryStep(
                                claimed,
                                "solve",
                                Map.of(
                                        "before", List.of(neighbour.take(seed(), yesterday, 5)),
                                        "photos", List.of(neighbour.take(seed(), Instant.now(), 5)))),
                        422)))
                .isEqualTo("photo-taken-earlier");
    }

    @Test
    void aPictureUsedInAnotherCaseIsRefused() {
        long seed = seed();
        Town.Person first = town.citizen();
        JsonNode claimed = first.step(offered(), "claim");
        assertThat(stage(first.step(claimed, "solve", result(first, 5, seed)))).isEqualTo("in-appraisal");
        Town.Person second = town.citizen();
        JsonNode other = second.step(offered(), "claim");

        assertThat(problem(json(second.tryStep(other, "solve", result(second, 5, seed)), 422)))
                .isEqualTo("picture-used-before");
    }

    @Test
    void aPictureOfAResultThatWasNotGoodIsNotBroughtAgain() {
        long seed = seed();
        Town.Person neighbour = town.citizen();
        JsonNode claimed = neighbour.step(offered(), "claim");
        JsonNode solved = neighbour.step(claimed, "solve", result(neighbour, 5, seed));
        JsonNode again = reviewer().step(solved, "disapprove", Map.of("reason", "看不出清理过"));
        JsonNode reclaimed = neighbour.step(neighbour.see(again), "claim");

        assertThat(problem(json(neighbour.tryStep(reclaimed, "solve", result(neighbour, 5, seed)), 422)))
                .isEqualTo("picture-used-before");
        assertThat(stage(neighbour.step(reclaimed, "solve", result(neighbour, 5))))
                .isEqualTo("in-appraisal");
    }

    @Test
    void theReporterMayClaimTheirOwnCaseAndNeedsNoSecondPhotoOfBefore() {
        Town.Person reporter = town.citizen();
        Map<String, Object> body = new HashMap<>(Town.report("piled-rubble", "一堆砖头"));
        body.put("photos", List.of(reporter.take(seed(), Instant.now(), 3)));
        JsonNode offered = offered(json(reporter.tryReport(body), 201));
        JsonNode claimed = reporter.step(reporter.see(offered), "claim");

        JsonNode solved =
                reporter.step(claimed, "solve", Map.of("photos", List.of(reporter.take(seed(), Instant.now(), 3))));

        assertThat(stage(solved)).isEqualTo("in-appraisal");
    }

    @Test
    void othersNeedAPhotoOfBefore() {
        Town.Person neighbour = town.citizen();
        JsonNode claimed = neighbour.step(offered(), "claim");

        JsonNode refused = json(
                neighbour.tryStep(
                        claimed, "solve", Map.of("photos", List.of(neighbour.take(seed(), Instant.now(), 5)))),
                400);

        assertThat(refused.path("violations").get(0).path("field").asString()).isEqualTo("before");
    }
}

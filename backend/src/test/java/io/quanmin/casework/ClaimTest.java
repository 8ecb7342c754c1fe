package io.quanmin.casework;

import static io.quanmin.casework.CaseAnswers.atOnce;
import static io.quanmin.casework.CaseAnswers.id;
import static io.quanmin.casework.CaseAnswers.stage;
import static io.quanmin.casework.Town.expect;
import static io.quanmin.casework.Town.json;
import static io.quanmin.casework.Town.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.notice.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** Citizens solve cases. */
@CaseworkTest
final class ClaimTest {

    private static final AtomicLong SEEDS = new AtomicLong(System.nanoTime());

    @Autowired
    private Town town;

    @Autowired
    private AlarmClock clock;

    @Autowired
    private DatabaseClient database;

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

    @Test
    void aCaseFoundAndSolvedOnTheSpotIsAppraisedAndShownAsSuch() {
        Town.Person citizen = town.citizen();
        JsonNode reported = json(reportSolved(citizen, "exposed-garbage", 5), 201);
        assertThat(stage(reported)).isEqualTo("reported-solved");
        assertThat(citizen.see(reported).path("results")).hasSize(1);
        expect(town.anybody("/cases/" + id(reported)), 404);

        JsonNode approved = reviewer().step(reported, "approve");

        JsonNode seen = json(town.anybody("/cases/" + id(approved)), 200);
        assertThat(stage(seen)).isEqualTo("closed");
        assertThat(seen.path("solvedBy").asString()).isEqualTo("REPORTER");
        assertThat(told(approved)).contains("case.solved-reported", "task.appraise", "claim.approved");
        assertThat(events(approved)).contains("casework.solved");
    }

    @Test
    void whatIsDangerousOrFarAwayIsNotTakenAsSolvedOnTheSpot() {
        Town.Person citizen = town.citizen();
        assertThat(json(reportSolved(citizen, "missing-manhole-cover", 5), 400)
                        .path("violations")
                        .get(0)
                        .path("rule")
                        .asString())
                .isEqualTo("not-for-citizens");
        assertThat(problem(json(reportSolved(citizen, "exposed-garbage", 500), 422)))
                .isEqualTo("result-too-far");
        JsonNode unsolved = json(reportSolved(citizen, "exposed-garbage", 5), 201);
        assertThat(stage(reviewer().step(unsolved, "disapprove", Map.of("reason", "还没清理"))))
                .isEqualTo("offered");
        JsonNode nonsense = json(reportSolved(citizen, "exposed-garbage", 5), 201);
        assertThat(stage(reviewer().step(nonsense, "reject", Map.of("reason", "不属实"))))
                .isEqualTo("rejected");
    }

    @Test
    void whatWasSolvedHereThreeTimesIsProposedAsHarder() {
        double away = 1_400;
        solvedThere(away);
        solvedThere(away + 25);
        solvedThere(away + 100);
        assertThat(why(away)).containsExactly("TYPE");

        solvedThere(away + 50);

        assertThat(why(away)).contains("RECURRING");
    }

    private void solvedThere(double metres) {
        Town.Person citizen = town.citizen();
        Map<String, Object> body = there(metres, "顺手清理了");
        body.remove("photos");
        body.put("before", List.of(citizen.take(seed(), Instant.now(), metres)));
        body.put("after", List.of(citizen.take(seed(), Instant.now(), metres)));
        JsonNode solved = json(citizen.post("/cases/solved", body, Town.aKey()), 201);
        assertThat(stage(reviewer().step(solved, "approve"))).isEqualTo("closed");
    }

    private List<String> why(double metres) {
        JsonNode made = json(town.citizen().tryReport(there(metres, "又满了")), 201);
        return reviewer()
                .see(made)
                .path("linkage")
                .path("proposal")
                .path("why")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static Map<String, Object> there(double metres, String words) {
        Map<String, Object> body = new HashMap<>(Town.report("exposed-garbage", words));
        double north = Town.NORTH + metres / 111_195;
        body.put("place", Map.of("longitude", Town.EAST, "latitude", north, "datum", "WGS84", "address", "桂花路 9 号"));
        return body;
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

    private ResponseSpec reportSolved(Town.Person citizen, String type, double metres) {
        Map<String, Object> body = new HashMap<>(Town.report(type, "顺手清理了"));
        body.remove("photos");
        body.put("before", List.of(citizen.take(seed(), Instant.now(), metres)));
        body.put("after", List.of(citizen.take(seed(), Instant.now(), metres)));
        return citizen.post("/cases/solved", body, Town.aKey());
    }

    private JsonNode solved(Town.Person holder) {
        return holder.step(holder.step(offered(), "claim"), "solve", result(holder, 5));
    }

    private static Map<String, Object> result(Town.Person holder, double metres) {
        return result(holder, metres, seed());
    }

    private static Map<String, Object> result(Town.Person holder, double metres, long after) {
        return Map.of(
                "note", "清理好了",
                "before", List.of(holder.take(seed(), Instant.now(), metres)),
                "photos", List.of(holder.take(after, Instant.now(), metres)));
    }

    private static long seed() {
        return SEEDS.incrementAndGet();
    }

    private JsonNode offered() {
        return town.staff(Role.DISPATCHER, Town.DISTRICT).step(registered(), "offer");
    }

    private JsonNode offered(JsonNode reported) {
        return town.staff(Role.DISPATCHER, Town.DISTRICT).step(registered(reported), "offer");
    }

    private JsonNode registered() {
        return registered(town.citizen().report("piled-rubble"));
    }

    private JsonNode registered(JsonNode reported) {
        return town.staff(Role.VERIFIER, Town.DISTRICT).step(reviewer().step(reported, "accept"), "confirm");
    }

    private Town.Person reviewer() {
        return town.staff(Role.REVIEWER, Town.DISTRICT);
    }

    private List<String> told(JsonNode about) {
        return town.told(about).stream().map(Notice::template).toList();
    }

    private List<String> events(JsonNode about) {
        return now(database.sql("select name from outbox.event where subject = :subject")
                .bind("subject", Id.parse(id(about)).value())
                .mapValue(String.class)
                .all()
                .collectList());
    }

    private static String problem(@Nullable JsonNode answer) {
        if (answer == null) {
            return "nothing";
        }
        String type = answer.path("type").isString() ? answer.path("type").asString() : "none";
        return type.substring(type.lastIndexOf('/') + 1);
    }
}

package io.quanmin.casework;

import static io.quanmin.casework.CaseAnswers.atOnce;
import static io.quanmin.casework.CaseAnswers.id;
import static io.quanmin.casework.CaseAnswers.stage;
import static io.quanmin.casework.CaseAnswers.stageName;
import static io.quanmin.casework.CaseAnswers.status;
import static io.quanmin.casework.Town.aKey;
import static io.quanmin.casework.Town.expect;
import static io.quanmin.casework.Town.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Role;
import io.quanmin.notice.Notice;
import io.quanmin.testing.PretendCensor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What happens to a case step by step. */
@CaseworkTest
final class SteppingTest {

    @Autowired
    private Town town;

    @Test
    void theWholeLineFromReportToRating() {
        Town.Person citizen = town.citizen();
        Town.Person verifier = town.staff(Role.VERIFIER, Town.DISTRICT);
        Town.Person officer = town.officer("sanitation");

        JsonNode reported = citizen.report("exposed-garbage");
        JsonNode accepted = town.staff(Role.REVIEWER, Town.DISTRICT).step(reported, "accept");
        assertThat(stage(accepted)).isEqualTo("in-verification");
        JsonNode confirmed = verifier.step(accepted, "confirm", Map.of("note", "情况属实"));
        assertThat(stage(confirmed)).isEqualTo("dispatched");
        assertThat(confirmed.path("unit").path("code").asString()).isEqualTo("sanitation");
        JsonNode signed = officer.step(confirmed, "sign");
        String photo = officer.upload("portrait_6.jpg");
        JsonNode finished = officer.step(signed, "finish", Map.of("note", "已清理", "photos", List.of(photo)));
        assertThat(finished.path("results").get(0).path("id").asString()).isEqualTo(photo);
        JsonNode passed = verifier.step(finished, "pass");
        assertThat(stage(passed)).isEqualTo("closed");
        JsonNode rated = citizen.step(citizen.see(passed), "rate", Map.of("solved", true, "stars", 5, "text", "很快"));

        assertThat(stage(rated)).isEqualTo("rated");
        assertThat(rated.path("rating").path("text").asString()).isEqualTo("很快");
        assertThat(rated.path("timeline").findValuesAsString("step"))
                .containsExactly("report", "accept", "confirm", "dispatch", "sign", "finish", "pass", "rate");
        assertThat(rated.path("allowed").findValuesAsString("step")).containsExactly("reopen");
        assertThat(rated.path("answer").asString()).contains("桂花路 1 号");
        assertThat(town.told(rated))
                .extracting(Notice::template)
                .containsExactly(
                        "case.reported",
                        "task.review",
                        "case.accepted",
                        "task.verify",
                        "case.dispatched",
                        "case.handling",
                        "case.finished",
                        "task.inspect",
                        "case.closed");
    }

    @Test
    void whatIsNeverSupplementedIsEndedByAReviewer() {
        JsonNode reported = town.citizen().report("exposed-garbage");
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        JsonNode sentBack = reviewer.step(reported, "send-back", Map.of("reason", "看不清在哪里"));

        JsonNode ended = reviewer.step(sentBack, "reject", Map.of("reason", "一个月没有补充"));

        assertThat(stage(ended)).isEqualTo("rejected");
    }

    @Test
    void thePublicSeesWhatIsDoneAndNobodysNameNoteOrWords() {
        Town.Person citizen = town.citizen();
        JsonNode reported = citizen.report("exposed-garbage");
        JsonNode accepted =
                town.staff(Role.REVIEWER, Town.DISTRICT).step(reported, "accept", Map.of("note", "联系人张三 13800000000"));

        JsonNode seen = json(town.anybody("/cases/" + id(accepted)), 200);

        assertThat(stageName(seen)).isEqualTo("核查中");
        assertThat(seen.has("reporter")).isFalse();
        assertThat(seen.has("screening")).isFalse();
        assertThat(seen.path("mine").asBoolean()).isFalse();
        assertThat(seen.path("allowed")).isEmpty();
        assertThat(seen.toString()).doesNotContain("张三", citizen.actor.person().toString());
        assertThat(seen.path("timeline").findValuesAsString("by")).containsExactly("上报人", "审核员");
        assertThat(citizen.see(accepted).path("timeline").get(1).path("note").asString())
                .contains("张三");
    }

    @Test
    void ofTwoReviewersAtOnceOneWinsAndTheOtherIsToldWhatChanged() {
        JsonNode reported = town.citizen().report("exposed-garbage");
        Town.Person one = town.staff(Role.REVIEWER, Town.DISTRICT);
        Town.Person other = town.staff(Role.REVIEWER, Town.DISTRICT);

        List<EntityExchangeResult<JsonNode>> answers = atOnce(
                () -> one.tryStep(reported, "accept", Map.of()),
                () -> other.tryStep(reported, "reject", Map.of("reason", "不属于受理范围")));

        List<Integer> statuses =
                answers.stream().map(CaseAnswers::status).sorted().toList();
        assertThat(statuses).containsExactly(200, 409);
        JsonNode loser = answers.stream()
                .filter(answer -> status(answer) == 409)
                .map(EntityExchangeResult::getResponseBody)
                .findFirst()
                .orElseThrow();
        assertThat(loser.path("type").asString()).endsWith("/stale-case");
        assertThat(loser.path("current").path("version").asLong()).isEqualTo(2);
        assertThat(one.see(reported).path("timeline")).hasSize(2);
    }

    @Test
    void aCaseChangedMeanwhileIsRefusedAndNothingIsWrittenDown() {
        JsonNode reported = town.citizen().report("exposed-garbage");
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        JsonNode accepted = reviewer.step(reported, "accept");

        JsonNode refused = json(reviewer.tryStep(reported, "reject", Map.of("reason", "旧页面")), 409);

        assertThat(refused.path("current").path("id")).isEqualTo(accepted.path("id"));
        assertThat(stage(refused.path("current"))).isEqualTo("in-verification");
        assertThat(reviewer.see(reported).path("timeline")).hasSize(2);
    }

    @Test
    void aDoubleTapOnAStepTakesItOnce() {
        JsonNode reported = town.citizen().report("exposed-garbage");
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        String key = aKey();

        List<EntityExchangeResult<JsonNode>> answers = atOnce(
                () -> reviewer.tryStep(reported, "accept", Map.of(), key),
                () -> reviewer.tryStep(reported, "accept", Map.of(), key),
                () -> reviewer.tryStep(reported, "accept", Map.of(), key));

        assertThat(answers).extracting(CaseAnswers::status).containsOnly(200);
        expect(reviewer.tryStep(reported, "accept", Map.of(), key), 200);
        assertThat(reviewer.see(reported).path("timeline")).hasSize(2);
        assertThat(town.told(reported)).extracting(Notice::template).containsOnlyOnce("case.accepted");
    }

    @Test
    void aStepThatIsNotAllowedSaysWhichAre() {
        JsonNode reported = town.citizen().report("exposed-garbage");

        JsonNode refused = json(town.staff(Role.REVIEWER, Town.DISTRICT).tryStep(reported, "confirm", Map.of()), 422);

        assertThat(refused.path("type").asString()).endsWith("/step-not-allowed");
        assertThat(refused.path("allowed").findValuesAsString("step"))
                .containsExactly("accept", "send-back", "reject", "merge");
    }

    @Test
    void whatIsNobodyElsesBusinessIsNotThere() {
        JsonNode reported = town.citizen().report("exposed-garbage");
        String path = "/cases/" + id(reported);

        expect(town.anybody(path), 404);
        expect(town.citizen().get(path), 404);
        expect(town.officer("sanitation").get(path), 404);
        expect(town.staff(Role.REVIEWER, "990103").get(path), 404);
        expect(town.staff(Role.PUBLICITY, Town.DISTRICT).get(path), 404);
        expect(town.citizen().tryStep(reported, "withdraw", Map.of()), 404);
        expect(town.anybody("/cases/" + Town.anId()), 404);
        expect(town.anybody("/cases/not-an-id"), 404);
    }

    @Test
    void nobodyReviewsTheirOwnReportUnderAnotherHat() {
        Town.Person citizen = town.citizen();
        JsonNode reported = citizen.report("exposed-garbage");
        Actor desk = new Actor(
                citizen.actor.person(), Town.anId(), Set.of(Role.REVIEWER), Town.anId(), null, Town.DISTRICT, null);

        JsonNode refused = json(town.come(desk).tryStep(reported, "accept", Map.of()), 422);

        assertThat(refused.path("type").asString()).endsWith("/own-case");
    }

    @Test
    void reasonsAndResultsThatAreDueAreAskedFor() {
        JsonNode reported = town.citizen().report("exposed-garbage");
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);

        for (String step : List.of("send-back", "reject", "object", "refute", "return", "refuse")) {
            assertThat(violated(reviewer.tryStep(reported, step, Map.of("reason", " \u0000 "))))
                    .as(step)
                    .containsExactly("reason");
        }
        assertThat(violated(reviewer.tryStep(reported, "finish", Map.of()))).containsExactly("photos");
        assertThat(violated(reviewer.tryStep(reported, "rate", Map.of("stars", 6))))
                .containsExactly("solved", "stars");
        assertThat(violated(reviewer.tryStep(reported, "merge", Map.of("into", "x"))))
                .containsExactly("into");
        assertThat(violated(reviewer.tryStep(reported, "supplement", Map.of()))).containsExactly("description");
        assertThat(violated(reviewer.post("/cases/" + id(reported) + "/steps", Map.of(), aKey())))
                .containsExactlyInAnyOrder("step", "version");
    }

    @Test
    void aCaseSentBackIsSupplementedWithWordsAndPhotos() {
        Town.Person citizen = town.citizen();
        JsonNode reported = citizen.report("exposed-garbage");
        JsonNode sentBack =
                town.staff(Role.REVIEWER, Town.DISTRICT).step(reported, "send-back", Map.of("reason", "请补照片"));
        assertThat(citizen.see(sentBack).path("timeline").get(1).path("reason").asString())
                .isEqualTo("请补照片");

        JsonNode again = citizen.step(
                sentBack,
                "supplement",
                Map.of("description", "在北门右手边", "photos", List.of(citizen.upload("landscape_8.jpg"))));

        assertThat(stage(again)).isEqualTo("in-review");
        assertThat(again.path("description").asString()).endsWith("\n在北门右手边");
        assertThat(again.path("photos")).hasSize(1);
        assertThat(again.path("timeline").get(2).path("photos")).hasSize(1);
    }

    @Test
    void anObjectionIsReviewedBySomebodyElse() {
        Town.Person citizen = town.citizen();
        Town.Person reviewer = town.staff(Role.REVIEWER, Town.DISTRICT);
        JsonNode rejected = reviewer.step(citizen.report("exposed-garbage"), "reject", Map.of("reason", "看不清"));
        JsonNode objected = citizen.step(rejected, "object", Map.of("reason", "请再看一次"));

        assertThat(json(reviewer.tryStep(objected, "accept", Map.of()), 422)
                        .path("type")
                        .asString())
                .endsWith("/another-reviewer-needed");
        assertThat(reviewer.waiting("review")).doesNotContain(id(objected));
        Town.Person other = town.staff(Role.REVIEWER, Town.DISTRICT);
        assertThat(other.waiting("review")).contains(id(objected));
        JsonNode again = other.step(objected, "reject", Map.of("reason", "仍然不属于受理范围"));

        assertThat(stage(again)).isEqualTo("rejected");
        expect(citizen.tryStep(again, "object", Map.of("reason", "再申诉")), 422);
    }

    @Test
    void aReturnedTaskGoesToADispatcherWhoChoosesAnotherUnit() {
        Town.Person officer = town.officer("sanitation");
        JsonNode dispatched = dispatched(town.citizen());
        JsonNode returned = officer.step(dispatched, "return", Map.of("reason", "属于市政"));
        assertThat(stage(returned)).isEqualTo("registered");
        assertThat(returned.has("unit")).isFalse();
        Town.Person dispatcher = town.staff(Role.DISPATCHER, Town.DISTRICT);
        assertThat(dispatcher.waiting("dispatch")).contains(id(returned));

        JsonNode again = dispatcher.step(returned, "dispatch", Map.of("unit", "municipal-works"));

        assertThat(again.path("unit").path("code").asString()).isEqualTo("municipal-works");
        assertThat(town.officer("municipal-works").waiting("sign")).contains(id(again));
        assertThat(officer.waiting("sign")).doesNotContain(id(again));
    }

    @Test
    void aTaskIsSignedOnlyByItsUnit() {
        JsonNode dispatched = dispatched(town.citizen());

        expect(town.officer("municipal-works").tryStep(dispatched, "sign", Map.of()), 422);
        assertThat(stage(town.officer("sanitation").step(dispatched, "sign"))).isEqualTo("handling");
    }

    @Test
    void aWithdrawnCaseIsGoneFromThePublicAndDoneWith() {
        Town.Person citizen = town.citizen();
        JsonNode accepted = town.staff(Role.REVIEWER, Town.DISTRICT).step(citizen.report("exposed-garbage"), "accept");

        JsonNode withdrawn = citizen.step(accepted, "withdraw");

        assertThat(stage(withdrawn)).isEqualTo("withdrawn");
        assertThat(withdrawn.path("allowed")).isEmpty();
        expect(town.anybody("/cases/" + id(withdrawn)), 404);
        expect(town.staff(Role.VERIFIER, Town.DISTRICT).tryStep(withdrawn, "confirm", Map.of()), 422);
    }

    @Test
    void riskyWordsOfACitizenAreRefusedAtAnyStep() {
        Town.Person citizen = town.citizen();
        JsonNode sentBack = town.staff(Role.REVIEWER, Town.DISTRICT)
                .step(citizen.report("exposed-garbage"), "send-back", Map.of("reason", "请补充"));

        JsonNode refused =
                json(citizen.tryStep(sentBack, "supplement", Map.of("description", PretendCensor.RISKY)), 422);

        assertThat(refused.path("type").asString()).endsWith("/text-not-fit");
        assertThat(stage(citizen.see(sentBack))).isEqualTo("sent-back");
    }

    private JsonNode dispatched(Town.Person citizen) {
        JsonNode accepted = town.staff(Role.REVIEWER, Town.DISTRICT).step(citizen.report("exposed-garbage"), "accept");
        return town.staff(Role.VERIFIER, Town.DISTRICT).step(accepted, "confirm");
    }

    private static List<String> violated(ResponseSpec answer) {
        return json(answer, 400).path("violations").findValuesAsString("field");
    }
}

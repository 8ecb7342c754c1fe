package io.quanmin.casework;

import static io.quanmin.casework.CaseAnswers.stage;
import static io.quanmin.casework.Town.aKey;
import static io.quanmin.casework.Town.expect;
import static io.quanmin.casework.Town.json;
import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.identity.PersonalData;
import io.quanmin.kernel.Id;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** What the answers of volunteers weigh, together and from those who are not impartial. */
@CaseworkTest
final class AskWeightTest extends AskedNeighbours {

    @Autowired
    private List<PersonalData> keepers;

    @Autowired
    private Concluding concluding;

    @Test
    void nobodyConfirmsTheirOwnAfterTwoAccountsTurnedOutToBeOne() {
        Town.Person volunteer = here.volunteer();
        Town.Person reporter = town.citizen();
        JsonNode made = here.accepted(reporter, GARBAGE);
        String ask = here.ask(volunteer, made);
        here.says(volunteer, made, "YES", Map.of());
        assertThat(tally(reporter.see(made), "yes")).isEqualTo(1);

        assertThat(now(Flux.fromIterable(keepers)
                        .concatMap(keeper -> keeper.merge(reporter.actor.person(), volunteer.actor.person()))
                        .then()
                        .thenReturn(true)))
                .isTrue();

        assertThat(tally(volunteer.see(made), "yes")).isZero();
        JsonNode refused = json(volunteer.post("/asks/" + ask + "/answer", Map.of("answer", "YES"), aKey()), 422);
        assertThat(refused.path("type").asString()).endsWith("not-yours-to-confirm");
    }

    @Test
    void whoReportedTheSameConfirmsNothingHoweverTheyCameToAnswer() {
        Town.Person invited = here.volunteer();
        Town.Person stranger = here.volunteer();
        JsonNode made = here.accepted(town.citizen(), GARBAGE);
        String ask = here.ask(invited, made);
        here.says(invited, made, "YES", evidence(invited));
        mergedInto(made, invited);
        Town.Person late = here.volunteer();
        mergedInto(made, late);
        here.says(stranger, made, "YES", evidence(stranger));

        assertThat(now(concluding.conclude(Id.parse(made.path("id").asString())).thenReturn(true)))
                .isTrue();

        Town.Person verifier = here.verifier();
        JsonNode seen = verifier.see(made);
        assertThat(stage(seen)).isEqualTo("in-verification");
        assertThat(tally(seen, "yes")).isEqualTo(1);
        assertThat(seen.path("asks").get(0).path("answers")).hasSize(1);
        JsonNode waiting = verifier.queue("verify").stream()
                .filter(item -> item.path("id").equals(made.path("id")))
                .findFirst()
                .orElseThrow();
        assertThat(waiting.path("residents").path("yes").asInt()).isEqualTo(1);
        assertThat(refusal(invited.post("/asks/" + ask + "/answer", Map.of("answer", "YES"), aKey())))
                .endsWith("not-yours-to-confirm");
        assertThat(refusal(late.post("/cases/" + made.path("id").asString() + "/asks", Map.of(), null)))
                .endsWith("not-yours-to-confirm");
    }

    private void mergedInto(JsonNode kept, Town.Person reporter) {
        String into = kept.path("id").asString();
        expect(here.reviewer().tryStep(here.reported(reporter, GARBAGE), "merge", Map.of("into", into)), 200);
    }

    private static String refusal(ResponseSpec answer) {
        return json(answer, 422).path("type").asString();
    }

    @Test
    void enoughWeightByEnoughPeopleConfirmsAReport() {
        List<Town.Person> volunteers =
                IntStream.range(0, 2).mapToObj(nth -> here.volunteer()).toList();
        JsonNode made = here.accepted(town.citizen(), GARBAGE);
        volunteers.forEach(volunteer -> here.says(volunteer, made, "YES", evidence(volunteer)));

        Town.Person verifier = here.verifier();
        JsonNode moved = Neighbourhood.left(verifier, made, "in-verification");

        assertThat(stage(moved)).isEqualTo("dispatched");
        JsonNode confirmed = moved.path("timeline")
                .valueStream()
                .filter(entry -> entry.path("step").asString().equals("confirm"))
                .findFirst()
                .orElseThrow();
        assertThat(confirmed.path("by").asString()).isEqualTo("系统自动");
        assertThat(confirmed.path("note").asString()).isEqualTo("2 位全民网格员到场确认属实");
    }

    @Test
    void aSingleNoLeavesItToAVerifier() {
        Town.Person one = here.volunteer();
        Town.Person other = here.volunteer();
        Town.Person third = here.volunteer();
        JsonNode made = here.accepted(town.citizen(), GARBAGE);
        here.says(third, made, "NO", Map.of("note", "已经没有了"));
        here.says(one, made, "YES", evidence(one));
        here.says(other, made, "YES", evidence(other));

        here.says(third, made, "CANNOT_FIND", Map.of());
        Town.Person verifier = here.verifier();
        assertThat(stage(verifier.see(made))).isEqualTo("in-verification");
        here.says(third, made, "YES", Map.of());
        assertThat(stage(Neighbourhood.left(verifier, made, "in-verification"))).isEqualTo("dispatched");
    }

    @Test
    void whoMetTheSameMayConfirmAndWeighsLess() {
        Town.Person volunteer = here.volunteer();
        JsonNode made = here.accepted(town.citizen(), GARBAGE);
        expect(volunteer.put("/cases/" + made.path("id").asString() + "/support"), 200);
        here.says(volunteer, made, "YES", Map.of());
        assertThat(here.verifier().see(made).path("asks").get(0).path("weight").asDouble())
                .isEqualTo(0.5);
    }

    @Test
    void answersAboutARepairAreShownAndPassNothing() {
        Town.Person one = here.volunteer();
        Town.Person other = here.volunteer();
        Town.Person verifier = here.verifier();
        JsonNode made = here.accepted(town.citizen(), GARBAGE);
        Town.Person officer = town.officer("sanitation");
        JsonNode handling = officer.step(verifier.step(made, "confirm"), "sign");
        expect(officer.tryStep(handling, "finish", Map.of("photos", List.of(officer.upload("landscape_8.jpg")))), 200);
        assertThat(here.told(made, "ask.repair", 2)).hasSize(2);
        for (Town.Person volunteer : List.of(one, other)) {
            here.says(volunteer, made, "YES", evidence(volunteer));
        }

        JsonNode seen = verifier.see(made);
        assertThat(seen.path("asks").get(1).path("about").asString()).isEqualTo("REPAIR");
        assertThat(tally(seen, 1, "yes")).isEqualTo(2);
        assertThat(stage(seen)).isEqualTo("in-inspection");
        JsonNode waiting = verifier.queue("inspect").stream()
                .filter(item -> item.path("id").equals(made.path("id")))
                .findFirst()
                .orElseThrow();
        assertThat(waiting.path("residents").path("yes").asInt()).isEqualTo(2);
    }

    private static int tally(JsonNode seen, String answer) {
        return tally(seen, 0, answer);
    }

    private static int tally(JsonNode seen, int round, String answer) {
        return seen.path("asks").get(round).path(answer).asInt();
    }
}

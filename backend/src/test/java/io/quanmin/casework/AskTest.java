package io.quanmin.casework;

import static io.quanmin.casework.Town.expect;
import static io.quanmin.casework.Town.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.rulebook.Books;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Volunteers nearby are asked whether a report is true: who is, how often, and who may offer to look. */
@CaseworkTest
final class AskTest extends AskedNeighbours {

    @Test
    void whoServesNearbyIsAskedOnceAReportIsAccepted() {
        Town.Person volunteer = here.volunteer();
        Town.Person learner = town.citizen();
        expect(learner.put("/volunteers/me", here.wish()), 200);

        JsonNode made = here.accepted(town.citizen(), GARBAGE);

        assertThat(here.told(made, "ask.report", 1)).containsExactly(volunteer.actor.person());
        JsonNode ask = json(volunteer.get("/asks/" + here.ask(volunteer, made)), 200);
        assertThat(ask.path("about").asString()).isEqualTo("REPORT");
        assertThat(ask.path("subject").path("type").path("name").asString()).isEqualTo("暴露垃圾");
        expect(town.citizen().get("/asks/" + ask.path("id").asString()), 404);
    }

    @Test
    void nobodyIsAskedAboutTheirOwnReportNorAboutOneTheyReviewed() {
        Town.Person reporter = here.volunteer();
        Id both = here.volunteer().actor.person();
        Town.Person reviewer = town.come(
                new Actor(both, Town.anId(), Set.of(Role.CITIZEN, Role.REVIEWER), Town.anId(), null, "990100", null));
        Town.Person other = here.volunteer();

        JsonNode made = reviewer.step(here.reported(reporter, GARBAGE), "accept");

        assertThat(here.told(made, "ask.report", 1)).containsExactly(other.actor.person());
        expect(reporter.post("/cases/" + made.path("id").asString() + "/asks", Map.of(), null), 422);
        expect(reviewer.post("/cases/" + made.path("id").asString() + "/asks", Map.of(), null), 422);
    }

    @Test
    void nobodyIsSentToWhatIsDangerous() {
        Town.Person volunteer = here.volunteer();
        JsonNode dangerous = here.accepted(town.citizen(), "missing-manhole-cover");
        JsonNode made = here.accepted(town.citizen(), GARBAGE);

        assertThat(here.told(made, "ask.report", 1)).containsExactly(volunteer.actor.person());
        assertThat(here.told(dangerous, "ask.report")).isEmpty();
        expect(volunteer.post("/cases/" + dangerous.path("id").asString() + "/asks", Map.of(), null), 422);
    }

    @Test
    void whoWasAskedLongestAgoIsAskedFirstAndNobodyMoreThanThreeTimesADay() {
        List<Town.Person> six =
                IntStream.range(0, 6).mapToObj(nth -> here.volunteer()).toList();
        Set<Id> everybody = six.stream().map(person -> person.actor.person()).collect(Collectors.toSet());

        Set<Id> first = here.told(here.accepted(town.citizen(), GARBAGE), "ask.report", 5);
        Set<Id> second = here.told(here.accepted(town.citizen(), GARBAGE), "ask.report", 5);
        assertThat(first).hasSize(5);
        assertThat(second)
                .containsAll(everybody.stream()
                        .filter(person -> !first.contains(person))
                        .toList());
        Set<Id> third = here.told(here.accepted(town.citizen(), GARBAGE), "ask.report", 5);
        Set<Id> fourth = here.told(here.accepted(town.citizen(), GARBAGE), "ask.report", 2);
        Map<Id, Long> times = Stream.of(first, second, third, fourth)
                .flatMap(Set::stream)
                .collect(Collectors.groupingBy(person -> person, Collectors.counting()));
        assertThat(times.values()).allMatch(many -> many <= 3).hasSize(6);
        assertThat(fourth.size()).as("15 of 18 are used").isLessThanOrEqualTo(3);
    }

    @Test
    void whoIsNotAskedMayOfferToLookAndWeighsLess() {
        Town.Person asked = here.volunteer();
        JsonNode made = here.accepted(town.citizen(), GARBAGE);
        assertThat(here.told(made, "ask.report", 1)).containsExactly(asked.actor.person());
        Town.Person late = here.volunteer();

        JsonNode near = nearby(late);
        assertThat(near).hasSize(1);
        assertThat(near.get(0).has("ask")).isFalse();
        String offer = "/cases/" + made.path("id").asString() + "/asks";
        JsonNode mine = json(late.post(offer, Map.of(), null), 200);
        assertThat(json(late.post(offer, Map.of(), null), 200).path("id")).isEqualTo(mine.path("id"));
        assertThat(mine.path("invited").asBoolean()).isFalse();
        assertThat(nearby(late).get(0).path("ask")).isEqualTo(mine.path("id"));
        here.says(late, made, "YES", Map.of());

        assertThat(here.verifier().see(made).path("asks").get(0).path("weight").asDouble())
                .isEqualTo(0.5);
        expect(town.citizen().post(offer, Map.of(), null), 422);
    }

    @Test
    void onlySoManyMayOfferHoweverManyDoSoAtOnce() {
        JsonNode made = here.accepted(town.citizen(), GARBAGE);
        int most = Books.present().volunteers().asks().takers();
        List<Supplier<ResponseSpec>> all = new ArrayList<>();
        for (int nth = 0; nth < most + 2; nth++) {
            Town.Person late = here.volunteer();
            all.add(() -> late.post("/cases/" + made.path("id").asString() + "/asks", Map.of(), null));
        }

        List<Integer> answers =
                CaseAnswers.atOnce(all).stream().map(CaseAnswers::status).toList();

        assertThat(answers.stream().filter(status -> status == 200)).hasSize(most);
        assertThat(answers.stream().filter(status -> status == 422)).hasSize(2);
    }

    private JsonNode nearby(Town.Person volunteer) {
        Map<String, Object> point = here.here();
        return json(
                        volunteer.get("/asks/nearby?longitude=" + point.get("longitude") + "&latitude="
                                + point.get("latitude") + "&datum=WGS84"),
                        200)
                .path("items");
    }
}

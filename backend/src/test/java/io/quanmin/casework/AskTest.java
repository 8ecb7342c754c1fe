package io.quanmin.casework;

import static io.quanmin.casework.CaseAnswers.stage;
import static io.quanmin.casework.Town.aKey;
import static io.quanmin.casework.Town.expect;
import static io.quanmin.casework.Town.json;
import static io.quanmin.casework.Town.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quanmin.identity.PersonalData;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.rulebook.Books;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** Volunteers nearby are asked whether a report is true and whether a repair was made. */
@CaseworkTest
final class AskTest {

    private static final String GARBAGE = "exposed-garbage";

    @Autowired
    private Town town;

    @Autowired
    private List<PersonalData> keepers;

    @Autowired
    private Concluding concluding;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private ConnectionFactory connections;

    private Neighbourhood here;

    @BeforeEach
    void settle() {
        here = new Neighbourhood(town);
    }

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
    void everybodySeesHowManyAndOnlyStaffSeesEachAnswer() {
        Town.Person volunteer = here.volunteer();
        Town.Person reporter = town.citizen();
        JsonNode made = here.accepted(reporter, GARBAGE);
        String photo = volunteer.upload("landscape_8.jpg");
        here.says(volunteer, made, "YES", Map.of("note", "还在", "photos", List.of(photo), "point", here.here()));

        JsonNode staff = here.verifier().see(made).path("asks").get(0);
        assertThat(staff.path("yes").asInt()).isEqualTo(1);
        assertThat(staff.path("weight").asDouble()).isEqualTo(2.0);
        JsonNode answer = staff.path("answers").get(0);
        assertThat(answer.path("note").asString()).isEqualTo("还在");
        assertThat(answer.path("distance").asDouble()).isZero();
        assertThat(answer.path("photos")).hasSize(1);
        for (Town.Person viewer : List.of(reporter, town.citizen())) {
            JsonNode seen = viewer.see(made).path("asks").get(0);
            assertThat(seen.path("yes").asInt()).isEqualTo(1);
            assertThat(seen.has("answers")).isFalse();
            assertThat(seen.has("weight")).isFalse();
        }
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
    void nobodyIsSentToWhatIsDangerous() {
        Town.Person volunteer = here.volunteer();
        JsonNode dangerous = here.accepted(town.citizen(), "missing-manhole-cover");
        JsonNode made = here.accepted(town.citizen(), GARBAGE);

        assertThat(here.told(made, "ask.report", 1)).containsExactly(volunteer.actor.person());
        assertThat(here.told(dangerous, "ask.report")).isEmpty();
        expect(volunteer.post("/cases/" + dangerous.path("id").asString() + "/asks", Map.of(), null), 422);
    }

    @Test
    void anAnswerMayBeChangedUntilTheCaseMovesOn() {
        Town.Person volunteer = here.volunteer();
        JsonNode made = here.accepted(town.citizen(), GARBAGE);
        String ask = here.ask(volunteer, made);
        here.says(volunteer, made, "CANNOT_FIND", Map.of());
        JsonNode changed = here.answer(volunteer, made, "NO", Map.of());
        assertThat(changed.path("answer").path("answer").asString()).isEqualTo("NO");
        assertThat(json(volunteer.get("/volunteers/me"), 200).path("answered").asInt())
                .isEqualTo(1);

        Town.Person verifier = here.verifier();
        expect(verifier.tryStep(verifier.see(made), "refute", Map.of("reason", "现场没有")), 200);

        JsonNode refused = json(volunteer.post("/asks/" + ask + "/answer", Map.of("answer", "YES"), aKey()), 422);
        assertThat(refused.path("type").asString()).endsWith("ask-over");
        assertThat(json(volunteer.get("/asks/" + ask), 200).path("open").asBoolean())
                .isFalse();
    }

    @Test
    void aDoubleTapIsOneAnswer() {
        Town.Person volunteer = here.volunteer();
        JsonNode made = here.accepted(town.citizen(), GARBAGE);
        String path = "/asks/" + here.ask(volunteer, made) + "/answer";
        String key = aKey();
        expect(volunteer.post(path, Map.of("answer", "YES"), key), 200);
        expect(volunteer.post(path, Map.of("answer", "YES"), key), 200);
        expect(volunteer.post(path, Map.of("answer", "NO"), key), 422);
        expect(volunteer.post(path, Map.of("answer", "YES"), null), 400);
        assertThat(json(volunteer.get("/volunteers/me"), 200).path("answered").asInt())
                .isEqualTo(1);
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

    @Test
    void anAnswerThatComesWhileTheCaseMovesOnIsLate() {
        Town.Person volunteer = here.volunteer();
        JsonNode made = here.accepted(town.citizen(), GARBAGE);
        String path = "/asks/" + here.ask(volunteer, made) + "/answer";
        Connection step = now(Mono.from(connections.create()));
        assertThat(now(Mono.from(step.beginTransaction())
                        .thenMany(Flux.from(step.createStatement(
                                        "update casework.case_file set stage = 'registered' where number = '"
                                                + made.path("number").asString() + "'")
                                .execute()))
                        .concatMap(Result::getRowsUpdated)
                        .next()))
                .isEqualTo(1);
        Mono<JsonNode> answer = Mono.fromCallable(
                        () -> json(volunteer.post(path, Map.of("answer", "YES"), aKey()), 422))
                .subscribeOn(Schedulers.boundedElastic())
                .cache();
        Disposable waiting = answer.subscribe();

        await().until(this::somebodyWaits);
        assertThat(now(Mono.from(step.commitTransaction())
                        .then(Mono.from(step.close()))
                        .thenReturn(true)))
                .isTrue();

        assertThat(now(answer).path("type").asString()).endsWith("ask-over");
        assertThat(json(volunteer.get("/volunteers/me"), 200).path("answered").asInt())
                .isZero();
        waiting.dispose();
    }

    private boolean somebodyWaits() {
        return now(database.sql("""
                        select count(*) > 0 from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock' and query like '%for share%'
                        """).mapValue(Boolean.class).one());
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

    @Test
    void whoLeavesTakesTheirNameFromTheirAnswersWhichStay() {
        Town.Person volunteer = here.volunteer();
        JsonNode made = here.accepted(town.citizen(), GARBAGE);
        here.says(volunteer, made, "YES", Map.of("note", "我是小满"));
        volunteer.delete("/volunteers/me").expectStatus().isNoContent();

        await().until(() -> json(volunteer.get("/asks/mine"), 200).path("items").isEmpty());
        JsonNode asks = here.verifier().see(made).path("asks").get(0);
        assertThat(asks.path("yes").asInt()).isEqualTo(1);
        assertThat(asks.path("answers").get(0).has("note")).isFalse();
        assertThat(json(volunteer.get("/volunteers/me"), 200).path("state").asString())
                .isEqualTo("NONE");
    }

    private JsonNode nearby(Town.Person volunteer) {
        Map<String, Object> point = here.here();
        return json(
                        volunteer.get("/asks/nearby?longitude=" + point.get("longitude") + "&latitude="
                                + point.get("latitude") + "&datum=WGS84"),
                        200)
                .path("items");
    }

    private Map<String, Object> evidence(Town.Person volunteer) {
        return Map.of("point", here.here(), "photos", List.of(volunteer.upload("landscape_8.jpg")));
    }

    private static int tally(JsonNode seen, String answer) {
        return tally(seen, 0, answer);
    }

    private static int tally(JsonNode seen, int round, String answer) {
        return seen.path("asks").get(round).path(answer).asInt();
    }
}

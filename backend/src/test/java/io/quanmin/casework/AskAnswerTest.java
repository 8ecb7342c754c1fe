package io.quanmin.casework;

import static io.quanmin.casework.Town.aKey;
import static io.quanmin.casework.Town.expect;
import static io.quanmin.casework.Town.json;
import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** An answer of a volunteer: given once, changed, too late, seen, and kept without a name. */
@CaseworkTest
final class AskAnswerTest extends AskedNeighbours {

    @Autowired
    private DatabaseClient database;

    @Autowired
    private ConnectionFactory connections;

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
}

package io.quanmin.volunteer;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.rulebook.Books;
import io.quanmin.rulebook.VolunteerRules;
import io.quanmin.testing.CityTest;
import io.quanmin.testing.Neighbours;
import io.quanmin.testing.PretendSessions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everyone a grid worker: enrolling, learning, the card, pausing and leaving. */
@CityTest
@Import(Neighbours.class)
final class VolunteerTest {

    private static final String COMMUNITY = "990102001001";
    private static final VolunteerRules.Training TRAINING =
            Books.present().volunteers().training();

    @LocalServerPort
    private int port;

    @Autowired
    private PretendSessions sessions;

    @Autowired
    private VolunteerData data;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private JsonMapper mapper;

    private final Id person = new Id("990100", UUID.randomUUID());

    @Test
    void whoEnrolsAndPassesTheQuizHasACardThatAnybodyMayCheck() {
        assertThat(me().path("state").asString()).isEqualTo("NONE");
        JsonNode learning = join();
        assertThat(learning.path("state").asString()).isEqualTo("LEARNING");
        assertThat(learning.has("number")).as("no card before the quiz").isFalse();

        assertThat(take(true).path("passed").asBoolean()).isTrue();

        JsonNode serving = me();
        assertThat(serving.path("state").asString()).isEqualTo("SERVING");
        String number = serving.path("number").asString();
        JsonNode card = call(HttpMethod.GET, "/volunteers/cards/" + number.toLowerCase(Locale.ROOT), null, 200);
        assertThat(card.propertyNames()).containsExactlyInAnyOrder("name", "valid", "areas");
        assertThat(card.path("valid").asBoolean()).isTrue();
        assertThat(card.path("areas")).hasSize(1);
        expect(HttpMethod.GET, "/volunteers/cards/ABCDEFGHJKMN", null, 404);
    }

    @Test
    void numbersOfCardsCannotBeGuessedFromEachOther() {
        CardNumbers numbers = new CardNumbers();
        assertThat(numbers.next()).matches("[2-9A-HJKMNP-Z]{12}").isNotEqualTo(numbers.next());
    }

    @Test
    void theRightAnswersNeverLeaveTheService() {
        enrol();
        JsonNode quiz = call(HttpMethod.POST, "/volunteers/me/quiz", Map.of(), 200);
        assertThat(quiz.path("questions")).hasSize(TRAINING.asked());
        quiz.path("questions")
                .forEach(question ->
                        assertThat(question.propertyNames()).containsExactlyInAnyOrder("code", "text", "choices"));
        assertThat(call(HttpMethod.POST, "/volunteers/me/quiz", Map.of(), 200))
                .as("the same until they are answered")
                .isEqualTo(quiz);
        assertThat(call(HttpMethod.GET, "/volunteers/training", null, 200).toString())
                .doesNotContain("right");
    }

    @Test
    void whoFailsLearnsWhyAndWaits() {
        enrol();
        JsonNode failed = take(false);
        assertThat(failed.path("passed").asBoolean()).isFalse();
        assertThat(failed.path("answers").get(0).path("why").asString()).isNotBlank();
        assertThat(me().path("state").asString()).isEqualTo("LEARNING");

        JsonNode refused = call(HttpMethod.POST, "/volunteers/me/quiz", Map.of(), 429);
        assertThat(refused.path("detail").asString()).contains("30 分钟");
        expect(HttpMethod.DELETE, "/volunteers/me", null, 204);
        enrol();
        expect(HttpMethod.POST, "/volunteers/me/quiz", Map.of(), 429);

        made("update volunteer.quiz set failed_at = failed_at - interval '31 minutes' where person = :person");
        assertThat(take(true).path("passed").asBoolean()).isTrue();
    }

    @Test
    void aQuizIsAnsweredWholeAndOnce() {
        enrol();
        expect(HttpMethod.POST, "/volunteers/me/quiz/answers", Map.of("answers", List.of()), 422);
        JsonNode questions =
                call(HttpMethod.POST, "/volunteers/me/quiz", Map.of(), 200).path("questions");
        List<Map<String, Object>> answers = answers(questions, true);
        expect(HttpMethod.POST, "/volunteers/me/quiz/answers", Map.of("answers", answers.subList(1, 5)), 400);
        expect(HttpMethod.POST, "/volunteers/me/quiz/answers", Map.of("answers", answers), 200);
        expect(HttpMethod.POST, "/volunteers/me/quiz/answers", Map.of("answers", answers), 422);
    }

    @Test
    void areasAndKindsMustBeThere() {
        JsonNode refused =
                call(HttpMethod.PUT, "/volunteers/me", Map.of("areas", List.of("990102"), "kinds", List.of("x")), 400);
        assertThat(refused.path("violations").findValuesAsString("field")).containsExactly("areas", "kinds");
        expect(HttpMethod.POST, "/volunteers/me/quiz", Map.of(), 422);
    }

    @Test
    void aPauseEndsOnItsDayOrWhenTheyResume() {
        enrol();
        pass();
        String number = me().path("number").asString();
        LocalDate later = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(10);
        JsonNode pausing = call(HttpMethod.PUT, "/volunteers/me/pause", Map.of("until", later.toString()), 200);
        assertThat(pausing.path("state").asString()).isEqualTo("PAUSED");
        assertThat(call(HttpMethod.GET, "/volunteers/cards/" + number, null, 200)
                        .path("valid")
                        .asBoolean())
                .isFalse();
        expect(HttpMethod.PUT, "/volunteers/me/pause", Map.of("until", "2020-01-01"), 400);

        made("update volunteer.volunteer set paused_until = current_date - 1 where person = :person");
        assertThat(me().path("state").asString()).isEqualTo("SERVING");
        assertThat(call(HttpMethod.DELETE, "/volunteers/me/pause", null, 200)
                        .path("state")
                        .asString())
                .isEqualTo("SERVING");
    }

    @Test
    void whoLeavesIsGoneAndTheirCardWithThem() {
        enrol();
        pass();
        String number = me().path("number").asString();
        expect(HttpMethod.DELETE, "/volunteers/me", null, 204);
        expect(HttpMethod.DELETE, "/volunteers/me", null, 204);
        assertThat(me().path("state").asString()).isEqualTo("NONE");
        expect(HttpMethod.GET, "/volunteers/cards/" + number, null, 404);
    }

    @Test
    void theExportHasItAndAnErasedAccountLeavesNothing() {
        enrol();
        pass();
        assertThat(mapper.writeValueAsString(data.export(person).block())).contains(COMMUNITY);
        data.erase(person).block();
        assertThat(kept(person)).isZero();
    }

    @Test
    void ofTwoAccountsThatWereOnePersonTheBetterStays() {
        enrol();
        pass();
        String number = me().path("number").asString();
        Id into = new Id("990100", UUID.randomUUID());
        data.merge(person, into).block();

        assertThat(kept(person)).isZero();
        assertThat(mapper.writeValueAsString(data.export(into).block())).contains(number);
        data.merge(person, into).block();
        assertThat(kept(into)).isPositive();
    }

    private long kept(Id who) {
        return now(database.sql("""
                        select (select count(*) from volunteer.volunteer where person = :person)
                             + (select count(*) from volunteer.quiz where person = :person)
                        """)
                .bind("person", who.toString())
                .mapValue(Long.class)
                .one());
    }

    private void made(String sql) {
        assertThat(database.sql(sql)
                        .bind("person", person.toString())
                        .fetch()
                        .rowsUpdated()
                        .block())
                .isEqualTo(1);
    }

    private JsonNode join() {
        Map<String, Object> wish =
                new HashMap<>(Map.of("areas", List.of(COMMUNITY), "kinds", List.of("city-appearance")));
        wish.put("point", Map.of("longitude", 120.13, "latitude", 30.27, "datum", "GCJ02"));
        return call(HttpMethod.PUT, "/volunteers/me", wish, 200);
    }

    private void enrol() {
        assertThat(join().path("state").asString()).isNotEqualTo("NONE");
    }

    private void pass() {
        assertThat(take(true).path("passed").asBoolean()).isTrue();
    }

    private void expect(HttpMethod method, String path, @Nullable Object body, int status) {
        assertThat(call(method, path, body, status).isObject()).isTrue();
    }

    private JsonNode me() {
        return call(HttpMethod.GET, "/volunteers/me", null, 200);
    }

    private JsonNode take(boolean rightly) {
        JsonNode quiz = call(HttpMethod.POST, "/volunteers/me/quiz", Map.of(), 200);
        return call(
                HttpMethod.POST,
                "/volunteers/me/quiz/answers",
                Map.of("answers", answers(quiz.path("questions"), rightly)),
                200);
    }

    private static List<Map<String, Object>> answers(JsonNode questions, boolean rightly) {
        return questions
                .valueStream()
                .map(question -> question.path("code").asString())
                .map(code -> {
                    VolunteerRules.Question question = TRAINING.question(code).orElseThrow();
                    int wrong = (question.right() + 1) % question.choices().size();
                    return Map.<String, Object>of("question", code, "choice", rightly ? question.right() : wrong);
                })
                .toList();
    }

    private JsonNode call(HttpMethod method, String path, @Nullable Object body, int status) {
        String token =
                sessions.open(new Actor(person, person, Set.of(Role.CITIZEN), null, null, null, "o" + person.value()));
        WebTestClient.RequestBodySpec request = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port + "/api/v1")
                .build()
                .method(method)
                .uri(path)
                .header("Authorization", "Bearer " + token);
        if (body != null) {
            request.header("Content-Type", "application/json").bodyValue(body);
        }
        JsonNode answer = request.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return answer == null ? mapper.createObjectNode() : answer;
    }
}

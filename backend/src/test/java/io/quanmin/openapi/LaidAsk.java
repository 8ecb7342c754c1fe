package io.quanmin.openapi;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.rulebook.Books;
import io.quanmin.rulebook.VolunteerRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;

/** Makes the citizen a volunteer who is asked about a neighbour's report: their ask and the number of their card. */
record LaidAsk(WebClient web, String citizen, String neighbour, String staff) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static void done(Mono<JsonNode> answer) {
        assertThat(now(answer)).isNotNull();
    }

    Map<String, List<String>> lay(Map<String, Object> wish, Map<String, Object> report) {
        done(send(HttpMethod.PUT, "/volunteers/me", citizen, wish));
        JsonNode quiz = now(send(HttpMethod.POST, "/volunteers/me/quiz", citizen, Map.of()));
        done(send(HttpMethod.POST, "/volunteers/me/quiz/answers", citizen, rightly(quiz.path("questions"))));
        JsonNode made = now(send(HttpMethod.POST, "/cases", neighbour, report));
        String path = "/cases/" + made.path("id").asString();
        Map<String, Object> accept = Map.of("step", "accept", "version", 1);
        done(send(HttpMethod.POST, path + "/steps", staff, accept));
        JsonNode ask = now(send(HttpMethod.POST, path + "/asks", citizen, Map.of())
                .retryWhen(Retry.fixedDelay(PATIENCE.toSeconds(), Duration.ofSeconds(1))));
        String card = now(send(HttpMethod.GET, "/volunteers/me", citizen, Map.of()))
                .path("number")
                .asString();
        return Map.of(
                "/api/v1/asks/", List.of(ask.path("id").asString()),
                "/api/v1/volunteers/cards/", List.of(card));
    }

    private static Map<String, Object> rightly(JsonNode questions) {
        VolunteerRules.Training training = Books.present().volunteers().training();
        List<Map<String, Object>> answers = questions
                .valueStream()
                .map(question -> question.path("code").asString())
                .map(code -> Map.<String, Object>of(
                        "question",
                        code,
                        "choice",
                        training.question(code).orElseThrow().right()))
                .toList();
        return Map.of("answers", answers);
    }

    private Mono<JsonNode> send(HttpMethod method, String path, String token, Object body) {
        return web.method(method)
                .uri("/api/v1" + path)
                .headers(headers -> headers.setBearerAuth(token))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .bodyValue(body)
                .retrieve()
                .bodyToMono(JsonNode.class);
    }
}

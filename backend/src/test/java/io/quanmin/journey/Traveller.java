package io.quanmin.journey;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.JsonNode;

/** Somebody with a phone or at a desk, and a session. */
final class Traveller {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WebClient web;

    Traveller(WebClient web, String token) {
        this.web =
                web.mutate().defaultHeader("Authorization", "Bearer " + token).build();
    }

    /** Logs in with what WeChat or the desk's form gives. */
    static Traveller login(WebClient web, String path, Map<String, String> proof) {
        JsonNode opened = now(web.post().uri(path).bodyValue(proof).retrieve().bodyToMono(JsonNode.class));
        return new Traveller(web, opened.path("token").asString());
    }

    JsonNode get(String path) {
        return now(web.get().uri(path).retrieve().bodyToMono(JsonNode.class));
    }

    JsonNode post(String path, Object body) {
        return now(web.post()
                .uri(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .bodyValue(body)
                .retrieve()
                .bodyToMono(JsonNode.class));
    }

    /** Has the account erased. */
    void callThemselves(String name) {
        assertThat(now(web.patch()
                                .uri("/me")
                                .bodyValue(Map.of("name", name))
                                .retrieve()
                                .bodyToMono(JsonNode.class))
                        .path("name")
                        .asString())
                .isEqualTo(name);
    }

    void leave() {
        assertThat(now(web.method(HttpMethod.DELETE)
                                .uri("/me")
                                .bodyValue(Map.of("confirm", "注销"))
                                .retrieve()
                                .toBodilessEntity())
                        .getStatusCode()
                        .is2xxSuccessful())
                .isTrue();
    }

    String upload(String photo) {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("file", new ClassPathResource("photos/" + photo));
        return now(web.post()
                        .uri("/photos")
                        .body(BodyInserters.fromMultipartData(form.build()))
                        .retrieve()
                        .bodyToMono(JsonNode.class))
                .path("id")
                .asString();
    }

    JsonNode step(JsonNode subject, String step, Map<String, ?> more) {
        Map<String, Object> command = new HashMap<>(more);
        command.put("step", step);
        command.put("version", subject.path("version").asLong());
        return post("/cases/" + subject.path("id").asString() + "/steps", command);
    }

    JsonNode see(JsonNode subject) {
        return get("/cases/" + subject.path("id").asString());
    }

    List<String> inbox() {
        return get("/inbox?limit=100").path("items").findValuesAsString("title");
    }

    List<String> queue(String queue) {
        return get("/tasks?limit=100&queue=" + queue).path("items").findValuesAsString("id");
    }

    /** The titles of the next so much live news, as it comes. */
    CompletableFuture<@Nullable List<String>> live(int many) {
        return web.get()
                .uri("/live/events")
                .retrieve()
                .bodyToFlux(new ParameterizedTypeReference<ServerSentEvent<JsonNode>>() {})
                .mapNotNull(ServerSentEvent::data)
                .filter(frame -> frame.path("kind").asString().equals("news"))
                .map(frame -> frame.path("item").path("title").asString())
                .take(many)
                .collectList()
                .toFuture();
    }
}

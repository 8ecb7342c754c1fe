package io.quanmin.local.demo;

import java.util.Map;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Somebody logged in, calling the API as the mini-program does. */
final class Visitor {

    private final WebClient api;
    private final String token;

    Visitor(WebClient api, String token) {
        this.api = api;
        this.token = token;
    }

    Mono<JsonNode> get(String path) {
        return api.get().uri(path).headers(this::identify).retrieve().bodyToMono(JsonNode.class);
    }

    /** Sends a command; the key makes it safe to send again after a crash. */
    Mono<JsonNode> post(String path, Map<String, ?> body, String key) {
        return api.post()
                .uri(path)
                .headers(this::identify)
                .header("Idempotency-Key", key)
                .bodyValue(body)
                .retrieve()
                .bodyToMono(JsonNode.class);
    }

    Mono<JsonNode> put(String path, Map<String, ?> body) {
        return api.put()
                .uri(path)
                .headers(this::identify)
                .bodyValue(body)
                .retrieve()
                .bodyToMono(JsonNode.class);
    }

    /** Says what they want to be called. */
    Mono<JsonNode> rename(String name) {
        return api.patch()
                .uri("/me")
                .headers(this::identify)
                .bodyValue(Map.of("name", name))
                .retrieve()
                .bodyToMono(JsonNode.class);
    }

    /** Uploads a JPEG; its id. */
    Mono<String> upload(byte[] jpeg) {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("file", new ByteArrayResource(jpeg)).filename("photo.jpg");
        return api.post()
                .uri("/photos")
                .headers(this::identify)
                .body(BodyInserters.fromMultipartData(form.build()))
                .retrieve()
                .bodyToMono(JsonNode.class)
                .map(photo -> photo.path("id").asString());
    }

    private void identify(HttpHeaders headers) {
        headers.setBearerAuth(token);
    }
}

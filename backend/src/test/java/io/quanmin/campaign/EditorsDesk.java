package io.quanmin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Role;
import io.quanmin.testing.CityTest;
import io.quanmin.testing.Neighbours;
import io.quanmin.testing.PretendSessions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** An editor of the publicity team who writes articles through the web. */
@CityTest
@Import(Neighbours.class)
@TestPropertySource(properties = {"quanmin.embedded.database=campaign", "quanmin.campaign.feed-kept=1h"})
abstract class EditorsDesk {

    @Autowired
    PretendSessions sessions;

    @LocalServerPort
    int port;

    WebTestClient client = WebTestClient.bindToServer().build();
    Actor editor = somebody(Role.PUBLICITY, Role.CITIZEN);
    String token = "";

    @BeforeEach
    void anEditorComes() {
        client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port + "/api/v1")
                .responseTimeout(Duration.ofSeconds(30))
                .build();
        editor = somebody(Role.PUBLICITY, Role.CITIZEN);
        token = sessions.open(editor);
    }

    static Actor somebody(Role... roles) {
        Id person = new Id("990100", UUID.randomUUID());
        return new Actor(person, person, Set.of(roles), person, null, "990100", "o" + person.value());
    }

    static Map<String, Object> body(String title, String text) {
        return new HashMap<>(Map.of("title", title, "summary", "摘要", "body", text));
    }

    List<String> feed() {
        return json(get("/articles?limit=20"), 200).path("items").findValuesAsString("id");
    }

    ResponseSpec move(JsonNode article, String step) {
        return post(
                "/articles/" + id(article) + "/" + step,
                Map.of("version", article.path("version").asLong()));
    }

    ResponseSpec get(String path) {
        return call(HttpMethod.GET, path, null, null);
    }

    ResponseSpec post(String path, Object body) {
        return call(HttpMethod.POST, path, body, UUID.randomUUID().toString());
    }

    ResponseSpec call(HttpMethod method, String path, @Nullable Object body, @Nullable String key) {
        WebTestClient.RequestBodySpec request =
                client.method(method).uri(path).header("Authorization", "Bearer " + token);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return body == null ? request.exchange() : request.bodyValue(body).exchange();
    }

    static void expect(ResponseSpec answer, int status) {
        assertThat(json(answer, status).isObject()).isTrue();
    }

    static JsonNode json(ResponseSpec answer, int status) {
        return Objects.requireNonNull(answer.expectStatus()
                .isEqualTo(status)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }

    static String id(JsonNode article) {
        return article.path("id").asString();
    }
}

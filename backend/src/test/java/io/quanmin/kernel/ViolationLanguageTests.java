package io.quanmin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.testing.CityTest;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Whatever the machine speaks: people read what is wrong with a field in Chinese, and in English where they ask for it. */
@CityTest
class ViolationLanguageTests {

    private static final String LONG = "x".repeat(41);

    private final Locale ofTheMachine = Locale.getDefault();

    @LocalServerPort
    private int port;

    @BeforeEach
    void aMachineFromElsewhere() {
        Locale.setDefault(Locale.FRENCH);
    }

    @AfterEach
    void andHomeAgain() {
        Locale.setDefault(ofTheMachine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zh-CN", "fr", "*;q=x"})
    void fieldsAreExplainedInChinese(String language) {
        JsonNode problem = refused(language, Map.of("login", LONG, "password", " "));
        assertThat(message(problem, "login")).isEqualTo("长度应为 0 至 40");
        assertThat(message(problem, "password")).isEqualTo("请填写");
    }

    @Test
    void whoReadsEnglishGetsEnglish() {
        JsonNode problem = refused("en-GB", Map.of("login", "沈清", "password", " "));
        assertThat(message(problem, "login")).isEqualTo("does not have the right form");
        assertThat(message(problem, "password")).isEqualTo("is required");
    }

    private static String message(JsonNode problem, String field) {
        return problem.path("violations")
                .valueStream()
                .filter(violation -> violation.path("field").asString().equals(field))
                .map(violation -> violation.path("message").asString())
                .findFirst()
                .orElse("");
    }

    private JsonNode refused(String language, Map<String, String> login) {
        return Objects.requireNonNull(WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build()
                .post()
                .uri("/api/v1/sessions/desk")
                .header("Accept-Language", language)
                .bodyValue(login)
                .exchange()
                .expectStatus()
                .is4xxClientError()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }
}

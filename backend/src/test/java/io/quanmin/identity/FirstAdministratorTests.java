package io.quanmin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.testing.CityTest;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;

/** A new city has one door, named by its settings. */
@CityTest
@TestPropertySource(
        properties = {
            "quanmin.embedded.database=first_admin",
            "quanmin.identity.first-admin.login=opener",
            "quanmin.identity.first-admin.password=Cloud-Brook-2026"
        })
class FirstAdministratorTests {

    @LocalServerPort
    private int port;

    @Test
    void theAdministratorNamedInTheSettingsLogsInAtTheDeskOfAnEmptyCity() {
        JsonNode session = WebClient.create("http://localhost:" + port)
                .post()
                .uri("/api/v1/sessions/desk")
                .bodyValue(Map.of("login", "opener", "password", "Cloud-Brook-2026"))
                .retrieve()
                .bodyToMono(JsonNode.class)
                .retryWhen(Retry.fixedDelay(20, Duration.ofMillis(250)))
                .block();
        assertThat(Objects.requireNonNull(session).path("me").path("roles").toString())
                .contains("SYSTEM_ADMIN");
    }
}

package io.quanmin.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.testing.CityTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document that is served is the one that is checked in. */
@CityTest
class OpenApiTests {

    private static final Path CHECKED_IN = Path.of("../docs/openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @LocalServerPort
    private int port;

    private String served = "";

    @BeforeEach
    void fetch() {
        byte[] body = WebTestClient.bindToServer()
                // Springdoc reads every handler when it is asked first, which takes a busy machine a while.
                .responseTimeout(Duration.ofMinutes(1))
                .baseUrl("http://localhost:" + port)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 << 20))
                .build()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        ObjectNode document = (ObjectNode) JSON.readTree(body);
        document.remove("servers");
        served = JSON.writeValueAsString(JSON.treeToValue(document, Object.class)) + "\n";
    }

    @Test
    void theDocumentServedIsTheDocumentCheckedIn() throws IOException {
        if (Boolean.getBoolean("quanmin.write-docs")) {
            Files.writeString(CHECKED_IN, served);
        }
        assertThat(CHECKED_IN)
                .as("run with -Dquanmin.write-docs=true to write it anew")
                .content()
                .isEqualTo(served);
    }

    @Test
    void theDocumentIsOfVersion31AndNamesTheMainJob() {
        JsonNode document = JSON.readTree(served);
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(Operation.of(document))
                .map(Operation::toString)
                .contains("POST /api/v1/cases", "POST /api/v1/photos");
    }
}

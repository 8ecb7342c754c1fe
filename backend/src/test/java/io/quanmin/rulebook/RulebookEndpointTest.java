package io.quanmin.rulebook;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

final class RulebookEndpointTest {

    private final WebTestClient client = WebTestClient.bindToController(
                    new RulebookEndpoint(new OneBook(Books.first()), Clock.systemUTC()))
            .build();

    @Test
    void theCatalogueShowsHotlinesOfDangerousTypes() {
        client.get()
                .uri("/api/v1/problem-types")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(1)
                .jsonPath("$.groups[1].types[?(@.code=='missing-manhole-cover')].hotlines[0]")
                .isEqualTo("110")
                .jsonPath("$..unit")
                .doesNotExist();
    }

    @Test
    void theFlowNamesItsStagesAndSteps() {
        client.get()
                .uri("/api/v1/flow")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.stages[0].code")
                .isEqualTo("in-review")
                .jsonPath("$.steps[0].from")
                .isEqualTo("new");
    }

    @Test
    void whoHasTheVersionAlreadyIsNotSentItAgain() {
        client.get()
                .uri("/api/v1/problem-types")
                .header(HttpHeaders.IF_NONE_MATCH, "\"rules-1\"")
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectBody()
                .isEmpty();
    }

    private record OneBook(Rules rules) implements Rulebook {

        @Override
        public Mono<Rules> inForce(Instant at) {
            return Mono.just(rules);
        }

        @Override
        public Mono<Rules> version(int number) {
            return Mono.just(rules);
        }
    }
}

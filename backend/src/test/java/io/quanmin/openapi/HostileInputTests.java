package io.quanmin.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.identity.NewStaff;
import io.quanmin.identity.StaffAdministration;
import io.quanmin.kernel.ProblemAnswer;
import io.quanmin.kernel.Role;
import io.quanmin.testing.CityTest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent to whichever endpoint, by whomever: a problem is answered, never a fault. */
@CityTest
class HostileInputTests {

    private static final int ROUNDS = 40;
    private static final JsonMapper JSON = new JsonMapper();

    private final long seed =
            Long.getLong("quanmin.seed", ThreadLocalRandom.current().nextLong());
    private final Hostility hostility = new Hostility(seed);

    @LocalServerPort
    private int port;

    @Autowired
    private StaffAdministration staff;

    private WebClient client = WebClient.create();
    private List<String> tokens = List.of();

    @BeforeEach
    void comeIn() {
        client = WebClient.builder()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 << 20))
                .build();
        EnumSet<Role> everything = EnumSet.complementOf(EnumSet.of(Role.CITIZEN));
        NewStaff tester = new NewStaff("hostile", "试探者", "Wicked-9-Words-26", everything, null, "9901", false);
        assertThat(staff.addStaff(tester).block()).isNotNull();
        String token = login();
        tokens = List.of("", "Bearer ", "Bearer " + token, "Bearer " + token, "Bearer x".repeat(50), "Basic YTpi");
    }

    private String login() {
        JsonNode session = client.post()
                .uri(at("/api/v1/sessions/desk"))
                .bodyValue(Map.of("login", "hostile", "password", "Wicked-9-Words-26"))
                .retrieve()
                .bodyToMono(JsonNode.class)
                .block();
        return session == null ? "" : session.path("token").asString();
    }

    @Test
    void nothingAnswersAFaultAndEveryRefusalIsAProblem() {
        JsonNode document = Objects.requireNonNull(client.get()
                .uri(at("/v3/api-docs"))
                .retrieve()
                .bodyToMono(JsonNode.class)
                .block());
        List<Operation> operations = Operation.of(document);
        assertThat(operations).as("operations of the document").hasSizeGreaterThan(40);
        List<String> wrong = Flux.fromIterable(operations)
                .filter(operation -> !operation.path().endsWith("/sessions/current"))
                .flatMapIterable(operation -> java.util.Collections.nCopies(ROUNDS, operation))
                .flatMap(operation -> attack(operation, document), 8)
                .collectList()
                .block(Duration.ofMinutes(5));
        assertThat(wrong).as("seed %d", seed).isEmpty();
    }

    private Flux<String> attack(Operation operation, JsonNode document) {
        URI uri = uri(operation);
        WebClient.RequestBodySpec request =
                client.method(operation.method()).uri(uri).headers(this::headers);
        byte[] body = body(operation, document, request);
        return request.bodyValue(body)
                .exchangeToMono(HostileInputTests::judge)
                .timeout(Duration.ofSeconds(30))
                .flatMapMany(fault -> fault.isEmpty()
                        ? Flux.empty()
                        : Flux.just(operation + " " + uri + " " + show(body) + ": " + fault));
    }

    private static String show(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }

    private byte[] body(Operation operation, JsonNode document, WebClient.RequestBodySpec request) {
        List<String> types = new ArrayList<>(operation.contents().propertyNames());
        if (types.isEmpty()) {
            return new byte[0];
        }
        String type = hostility.oneOf(types);
        request.contentType(hostility.oneIn(10) ? MediaType.TEXT_PLAIN : MediaType.parseMediaType(type));
        return hostility.body(operation.contents().path(type).path("schema"), document);
    }

    private void headers(HttpHeaders headers) {
        String token = hostility.oneOf(tokens);
        if (!token.isEmpty()) {
            headers.set(HttpHeaders.AUTHORIZATION, token);
        }
        headers.set(
                "Idempotency-Key",
                hostility.oneIn(3)
                        ? "k".repeat(300)
                        : "hostile-" + hostility.text().hashCode());
        headers.set("Accept-Language", hostility.oneOf(List.of("zh-CN", "en", "*;q=x", ",,,")));
        if (hostility.oneIn(8)) {
            headers.set(HttpHeaders.ACCEPT, hostility.oneOf(List.of("text/html", "application/xml", "nonsense")));
        }
    }

    private URI uri(Operation operation) {
        String path = operation.path();
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asString();
            String value = encode(hostility.oneIn(3) ? String.valueOf(30 + name.length()) : hostility.text());
            if (parameter.path("in").asString().equals("path")) {
                path = path.replace("{" + name + "}", value.isEmpty() ? "x" : value);
            } else if (parameter.path("in").asString().equals("query")) {
                query.add(encode(name) + "=" + value);
            }
        }
        return at(path + (query.isEmpty() ? "" : "?" + String.join("&", query)));
    }

    private static String encode(String text) {
        String shortened = text.length() > 200 ? text.substring(0, 200) : text;
        return URLEncoder.encode(shortened, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** What is wrong with an answer; empty when nothing is. */
    private static Mono<String> judge(ClientResponse response) {
        int status = response.statusCode().value();
        if (status < 400) {
            return response.bodyToFlux(DataBuffer.class)
                    .map(DataBufferUtils::release)
                    .take(1)
                    .then(Mono.just(""));
        }
        return response.bodyToMono(String.class).defaultIfEmpty("").map(body -> refusal(status, body));
    }

    private static String refusal(int status, String body) {
        if (status >= 500 && status != 503) {
            return "a fault: " + status + " " + body;
        }
        if (body.isEmpty()) {
            return "no problem body for " + status;
        }
        try {
            JsonNode problem = JSON.readTree(body);
            boolean known = problem.path("type").asString("").startsWith(ProblemAnswer.TYPE_BASE)
                    && !problem.path("title").asString("").isEmpty();
            return known ? "" : "not a problem: " + status + " " + body;
        } catch (RuntimeException notJson) {
            return "not JSON: " + status + " " + body;
        }
    }
}

package io.quanmin.openapi;

import static io.quanmin.testing.Await.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.identity.StaffAdministration;
import io.quanmin.testing.CityTest;
import io.quanmin.wechatsandbox.SandboxSettings;
import io.quanmin.wechatsandbox.WeChatSandbox;
import io.quanmin.wechatsandbox.base.AppSettings;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Whatever is sent to whichever endpoint, by whomever: a problem is answered, never a fault. */
@CityTest
@TestPropertySource(
        properties = {
            "quanmin.embedded.database=hostile",
            "quanmin.identity.limits.report.times=100000",
            "quanmin.identity.limits.upload.times=100000",
            "quanmin.identity.limits.bind.times=100000",
            "quanmin.identity.limits.wechat.times=100000",
            "quanmin.identity.limits.export.times=100000"
        })
class HostileInputTests {

    private static final int ROUNDS = 40;
    private static final WeChatSandbox SANDBOX =
            WeChatSandbox.start(SandboxSettings.defaults().onPort(0).withSeed(20261123));

    /** What takes a letter that failed for good, or a proof that only WeChat can make. */
    private static final Set<String> OUT_OF_REACH = Set.of(
            "POST /api/v1/dead-letters/{id}/requeue",
            "POST /api/v1/wechat/pushes-put-aside/{id}/requeue",
            "GET /wechat/callback/{account}",
            "POST /wechat/callback/{account}");

    /** What makes or moves something, which rubbish alone never reaches. */
    private static final Set<String> DONE = Set.of(
            "POST /api/v1/cases",
            "POST /api/v1/cases/{id}/steps",
            "POST /api/v1/cases/on-behalf",
            "PUT /api/v1/cases/{id}/public-text",
            "GET /api/v1/cases/mine",
            "GET /api/v1/cases/{id}",
            "POST /api/v1/articles",
            "PUT /api/v1/articles/{id}",
            "POST /api/v1/subscriptions",
            "POST /api/v1/me/consents",
            "POST /api/v1/photos/direct",
            "GET /api/v1/photos/{id}",
            "GET /api/v1/tasks");

    private final long seed =
            Long.getLong("quanmin.seed", ThreadLocalRandom.current().nextLong());
    private final Set<String> letIn = ConcurrentHashMap.newKeySet();
    private final Set<String> done = ConcurrentHashMap.newKeySet();

    @LocalServerPort
    private int port;

    @Autowired
    private StaffAdministration staff;

    private WebClient client = WebClient.create();

    @DynamicPropertySource
    static void wechat(DynamicPropertyRegistry properties) {
        AppSettings mini = SANDBOX.apps().mini();
        properties.add("quanmin.wechat.mini.api-base", SANDBOX::baseUrl);
        properties.add("quanmin.wechat.mini.app-id", mini::appid);
        properties.add("quanmin.wechat.mini.secret", mini::secret);
        properties.add("quanmin.wechat.mini.token", mini::callbackToken);
        properties.add("quanmin.wechat.mini.aes-key", mini::encodingAesKey);
    }

    @AfterAll
    static void wechatEnds() {
        SANDBOX.close();
    }

    @BeforeEach
    void comeIn() {
        client = WebClient.builder()
                .baseUrl("http://localhost:" + port)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 << 20))
                .build();
    }

    @Test
    void nothingAnswersAFaultAndEveryRefusalIsAProblem() {
        JsonNode document = now(client.get().uri("/v3/api-docs").retrieve().bodyToMono(JsonNode.class));
        List<Operation> operations = Operation.of(document).stream()
                .filter(operation -> !operation.path().endsWith("/sessions/current"))
                .toList();
        assertThat(operations).as("operations of the document").hasSizeGreaterThan(40);
        Bait bait = Bait.laid(client, SANDBOX, staff);
        Attack.Making making = new Attack.Making(new Hostility(seed), bait, document, "http://localhost:" + port);

        List<String> wrong = proper(operations, making)
                .concatWith(storm(operations, making))
                .collectList()
                .block(Duration.ofMinutes(5));

        assertThat(wrong).as("seed %d", seed).isEmpty();
        assertThat(operations)
                .extracting(Operation::toString)
                .filteredOn(operation -> !OUT_OF_REACH.contains(operation))
                .filteredOn(operation -> !letIn.contains(operation))
                .as("operations that never let anybody in")
                .isEmpty();
        assertThat(done).as("operations that did what they are for").containsAll(DONE);
    }

    /** Each operation once by everybody who is let in, with what it wants; those that take something away last, oneself at the very end. */
    private Flux<String> proper(List<Operation> operations, Attack.Making making) {
        return Flux.fromIterable(operations)
                .sort(Comparator.<Operation, Boolean>comparing(operation -> operation.method() == HttpMethod.DELETE)
                        .thenComparing(operation -> operation.path().equals("/api/v1/me")))
                .concatMap(operation -> Flux.fromIterable(making.bait().everybody())
                        .concatMap(token -> send(operation, Attack.proper(operation, token, making))));
    }

    private Flux<String> storm(List<Operation> operations, Attack.Making making) {
        return Flux.fromIterable(operations)
                .flatMapIterable(operation -> Collections.nCopies(ROUNDS, operation))
                .flatMap(operation -> send(operation, Attack.hostile(operation, making)), 8);
    }

    private Mono<String> send(Operation operation, Attack attack) {
        return client.method(attack.method())
                .uri(attack.uri())
                .headers(headers -> headers.putAll(attack.headers()))
                .bodyValue(attack.body())
                .exchangeToMono(Verdict::over)
                .timeout(Duration.ofSeconds(30))
                .doOnNext(verdict -> remember(operation, attack, verdict))
                .filter(verdict -> !verdict.wrong().isEmpty())
                .map(verdict -> attack + ": " + verdict.wrong());
    }

    private void remember(Operation operation, Attack attack, Verdict verdict) {
        if (attack.real() && verdict.letIn()) {
            letIn.add(operation.toString());
        }
        if (verdict.done()) {
            done.add(operation.toString());
        }
    }
}

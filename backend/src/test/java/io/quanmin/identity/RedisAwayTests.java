package io.quanmin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quanmin.kernel.Id;
import io.quanmin.testing.CityTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.FileSystemUtils;
import reactor.core.Disposable;
import redis.embedded.RedisServer;
import tools.jackson.databind.JsonNode;

/** Redis is a cache: while it is stopped people stay logged in, report, log in and log out, and nobody ended comes back with it. */
@CityTest
@Import(PretendWeChatConfiguration.class)
@DirtiesContext
class RedisAwayTests {

    private static final int REDIS_PORT = freePort();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What it knew it knows again when it is back: ended sessions too. */
    private static final Path HOME = folder();

    private static RedisServer redis = server();

    @Autowired
    private PretendWeChat wechat;

    @Autowired
    private RedisGuard guard;

    @Autowired
    private ReactiveStringRedisTemplate template;

    @LocalServerPort
    private int port;

    private Door door;

    @DynamicPropertySource
    static void redisOfOurOwn(DynamicPropertyRegistry properties) throws IOException {
        redis.start();
        properties.add("spring.data.redis.host", () -> "127.0.0.1");
        properties.add("spring.data.redis.port", () -> REDIS_PORT);
    }

    @BeforeEach
    void knock() {
        door = new Door(port, wechat);
    }

    @AfterEach
    void startAgain() throws IOException {
        if (!redis.isActive()) {
            redis = server();
            redis.start();
        }
    }

    @AfterAll
    static void stop() throws IOException {
        redis.stop();
        FileSystemUtils.deleteRecursively(HOME);
    }

    @Test
    void peopleStayLoggedInLogInAndLogOutWithoutRedis() throws IOException {
        SessionEndpoint.Opened before = door.login(Door.stranger());
        untilRedisAnswers(before);
        redis.stop();
        assertThat(door.me(before.token()).id()).isEqualTo(before.me().id());
        SessionEndpoint.Opened during = door.login(Door.stranger());
        assertThat(door.me(during.token()).id()).isEqualTo(during.me().id());
        assertThat(guard.answering()).isFalse();
        logout(before);
        door.get("/api/v1/me", before.token()).expectStatus().isUnauthorized();
        assertThat(door.me(during.token()).id()).isEqualTo(during.me().id());
    }

    @Test
    void aSessionFromBeforeUploadsAPhotoAndReportsWithItWithoutRedis() throws IOException {
        SessionEndpoint.Opened citizen = door.login(Door.stranger());
        untilRedisAnswers(citizen);
        redis.stop();
        String photo = id(door.upload(citizen.token(), new ClassPathResource("photos/landscape_8.jpg")));
        String reported = id(door.report(citizen.token(), "redis-is-away", report(photo)));
        assertThat(id(door.report(citizen.token(), "redis-is-away", report(photo))))
                .as("the same tap again")
                .isEqualTo(reported);
        door.get("/api/v1/cases/" + reported, citizen.token())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.photos[0].id")
                .isEqualTo(photo);
        door.get("/api/v1/cases/mine", citizen.token())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(reported);
        assertThat(guard.answering()).isFalse();
    }

    private static Map<String, Object> report(String photo) {
        return Map.of(
                "type",
                "exposed-garbage",
                "description",
                "小区东门外垃圾堆了两天",
                "place",
                Map.of("longitude", 120.13, "latitude", 30.27, "datum", "GCJ02"),
                "photos",
                List.of(photo),
                "anonymous",
                false);
    }

    private static String id(WebTestClient.ResponseSpec answer) {
        JsonNode made = Objects.requireNonNull(answer.expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
        return made.path("id").asString();
    }

    @Test
    void whoLoggedOutWhileRedisWasAwayStaysOutWhenItIsBack() throws IOException {
        SessionEndpoint.Opened gone = door.login(Door.stranger());
        SessionEndpoint.Opened stays = door.login(Door.stranger());
        untilRedisAnswers(stays);
        assertThat(door.me(gone.token()).id()).isEqualTo(gone.me().id());
        redis.stop();
        logout(gone);
        startAgain();
        untilRedisAnswers(stays);
        door.get("/api/v1/me", gone.token()).expectStatus().isUnauthorized();
        assertThat(door.me(stays.token()).id()).isEqualTo(stays.me().id());
    }

    @Test
    void anotherNodeHearsOfRevocationsAgainOnceRedisIsBack() throws IOException {
        List<Id> heard = new CopyOnWriteArrayList<>();
        Disposable listening = new Revocations(template, guard).all().subscribe(heard::add);
        SessionEndpoint.Opened session = door.login(Door.stranger());
        untilRedisAnswers(session);
        untilHeard(heard);
        redis.stop();
        startAgain();
        untilRedisAnswers(session);
        heard.clear();
        untilHeard(heard);
        listening.dispose();
    }

    /** One after the other, because what is told while the other node is still reconnecting is a hint that is lost. */
    private void untilHeard(List<Id> heard) {
        await().atMost(PATIENCE).until(() -> {
            logout(door.login(Door.stranger()));
            return !heard.isEmpty();
        });
    }

    private void logout(SessionEndpoint.Opened session) {
        door.call(HttpMethod.DELETE, "/api/v1/sessions/current", session.token(), null)
                .expectStatus()
                .isNoContent();
    }

    /** Each request asks Redis, or finds out that it is back. */
    private void untilRedisAnswers(SessionEndpoint.Opened session) {
        await().atMost(PATIENCE)
                .until(() -> door.me(session.token()).id().equals(session.me().id()) && guard.answering());
    }

    private static RedisServer server() {
        try {
            return RedisServer.newRedisServer()
                    .port(REDIS_PORT)
                    .setting("dir " + HOME)
                    .setting("save \"\"")
                    .setting("appendonly yes")
                    .setting("appendfsync always")
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("quanmin-redis");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

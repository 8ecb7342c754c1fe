package io.quanmin.identity;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;

/** The service as a client meets it. */
final class Door {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WebTestClient client;
    private final PretendWeChat wechat;

    Door(int port, PretendWeChat wechat) {
        this.wechat = wechat;
        this.client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(PATIENCE)
                .build();
    }

    /** Somebody nobody has met. */
    static String stranger() {
        return "o" + UUID.randomUUID().toString().replace("-", "").substring(0, 27);
    }

    SessionEndpoint.Opened login(String openid) {
        return login(openid, null);
    }

    SessionEndpoint.Opened login(String openid, @Nullable String unionid) {
        return opened(
                call(HttpMethod.POST, "/api/v1/sessions", null, Map.of("code", wechat.loginCode(openid, unionid))));
    }

    SessionEndpoint.Opened desk(String login, String password) {
        return opened(tryDesk(login, password));
    }

    ResponseSpec tryDesk(String login, String password) {
        return call(HttpMethod.POST, "/api/v1/sessions/desk", null, Map.of("login", login, "password", password));
    }

    Me me(String token) {
        return Objects.requireNonNull(get("/api/v1/me", token)
                .expectStatus()
                .isOk()
                .expectBody(Me.class)
                .returnResult()
                .getResponseBody());
    }

    ResponseSpec get(String path, @Nullable String token) {
        return call(HttpMethod.GET, path, token, null);
    }

    ResponseSpec call(HttpMethod method, String path, @Nullable String token, @Nullable Object body) {
        WebTestClient.RequestBodySpec request = client.method(method).uri(path);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return body == null ? request.exchange() : request.bodyValue(body).exchange();
    }

    /** Sends a report, or repeats it with the same key. */
    ResponseSpec report(String token, String key, Map<String, ?> report) {
        return client.post()
                .uri("/api/v1/cases")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .bodyValue(report)
                .exchange();
    }

    ResponseSpec upload(String token, Resource photo) {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("file", photo);
        return client.post()
                .uri("/api/v1/photos")
                .header("Authorization", "Bearer " + token)
                .body(BodyInserters.fromMultipartData(form.build()))
                .exchange();
    }

    private static SessionEndpoint.Opened opened(ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .isOk()
                .expectBody(SessionEndpoint.Opened.class)
                .returnResult()
                .getResponseBody());
    }
}

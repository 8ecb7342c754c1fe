package io.quanmin.wechatsandbox;

import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.people.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Calls WeChat as a backend does: over HTTP, knowing only the address and the keys. */
final class Backend {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final WeChatSandbox sandbox;

    Backend(WeChatSandbox sandbox) {
        this.sandbox = sandbox;
    }

    HttpResponse<byte[]> send(String method, String pathAndQuery, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + pathAndQuery))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    JsonNode get(String pathAndQuery) {
        return Json.MAPPER.readTree(send("GET", pathAndQuery, new byte[0]).body());
    }

    JsonNode post(String pathAndQuery, String body) {
        return Json.MAPPER.readTree(send("POST", pathAndQuery, body.getBytes(StandardCharsets.UTF_8))
                .body());
    }

    JsonNode post(String path, String token, Map<String, ?> body) {
        return post(path + "?access_token=" + token, Json.MAPPER.writeValueAsString(body));
    }

    JsonNode plainToken() {
        var app = sandbox.apps().mini();
        return get("/cgi-bin/token?grant_type=client_credential&appid=" + app.appid() + "&secret=" + app.secret());
    }

    JsonNode stableToken(boolean force) {
        var app = sandbox.apps().mini();
        return stable(app.appid(), app.secret(), force);
    }

    String token() {
        return stableToken(false).path("access_token").asString();
    }

    String serviceToken() {
        var app = sandbox.apps().service();
        return stable(app.appid(), app.secret(), false).path("access_token").asString();
    }

    /** The code of the error answered to a harmless call with this token; 0 when the token is good. */
    int tryToken(String token) {
        return get("/cgi-bin/getcallbackip?access_token=" + token)
                .path("errcode")
                .asInt(0);
    }

    JsonNode login(String code) {
        var app = sandbox.apps().mini();
        return get("/sns/jscode2session?appid=%s&secret=%s&js_code=%s&grant_type=authorization_code"
                .formatted(app.appid(), app.secret(), URLEncoder.encode(code, StandardCharsets.UTF_8)));
    }

    String openid(String userId) {
        return sandbox.users().openid(userId, sandbox.apps().mini().appid());
    }

    String serviceOpenid(String userId) {
        return sandbox.users().openid(userId, sandbox.apps().service().appid());
    }

    Person person(String userId) {
        return sandbox.users().get(userId);
    }

    private JsonNode stable(String appid, String secret, boolean force) {
        Map<String, Object> body =
                Map.of("grant_type", "client_credential", "appid", appid, "secret", secret, "force_refresh", force);
        return post("/cgi-bin/stable_token", Json.MAPPER.writeValueAsString(body));
    }
}

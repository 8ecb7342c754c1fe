package io.quanmin.wechatsandbox.http;

import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.base.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One request as it arrived.
 *
 * @param query the first value of each argument, decoded
 */
// The bytes pass through once and are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Call(
        String method,
        String path,
        String uri,
        Map<String, String> query,
        byte[] body,
        String clientIp,
        String rid,
        Caller caller) {

    /** The Origin (empty outside browsers) and Host headers. */
    public record Caller(String origin, String host) {

        /** Whether this is no browser, the stand-in's own page, or a page of this machine. */
        boolean isLocal() {
            String site = origin.replaceFirst("^https?://", "");
            String name = site.replaceFirst(":\\d+$", "");
            return origin.isEmpty() || site.equals(host) || name.equals("localhost") || name.equals("127.0.0.1");
        }
    }

    /** What a body in another charset becomes on WeChat's side: each broken character a question mark. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8).replace('\uFFFD', '?');
    }

    /** The body as a JSON object whatever the Content-Type says; 44002 when empty, 47001 when it is none. */
    public JsonNode json() {
        if (body.length == 0) {
            throw new Refusal(44002, "empty post data");
        }
        try {
            JsonNode tree = Json.MAPPER.readTree(text());
            if (tree.isObject()) {
                return tree;
            }
        } catch (JacksonException notJson) {
            throw Refusal.badBody();
        }
        throw Refusal.badBody();
    }

    /** Null when absent or empty. */
    public @Nullable String query(String name) {
        String value = query.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    public boolean isPost() {
        return method.equals("POST");
    }
}

package io.quanmin.openapi;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/**
 * One request that is made up.
 *
 * @param real whether its address is one that somebody would call: others are refused before anybody is asked
 */
record Attack(HttpMethod method, URI uri, boolean real, HttpHeaders headers, byte[] body) {

    /** What is allowed, by whoever holds the token: answers tell whether the operation is reached at all. */
    static Attack proper(Operation operation, String token, Making making) {
        HttpHeaders headers = new HttpHeaders();
        headers.setBearerAuth(token);
        headers.set("Idempotency-Key", "proper-" + making.hostility.fresh());
        byte[] body = making.bait
                .bodyFor(operation)
                .map(JsonNode::toString)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> making.body(operation));
        making.type(operation).ifPresent(headers::setContentType);
        return new Attack(operation.method(), making.uri(operation, Ids.FIRST), true, headers, body);
    }

    static Attack hostile(Operation operation, Making making) {
        HttpHeaders headers = making.headers();
        making.type(operation)
                .map(type -> making.hostility.oneIn(10) ? MediaType.TEXT_PLAIN : type)
                .ifPresent(headers::setContentType);
        Ids ids = making.hostility.oneOf(List.of(Ids.ANY, Ids.NONE));
        return new Attack(
                operation.method(), making.uri(operation, ids), ids != Ids.NONE, headers, making.body(operation));
    }

    @Override
    public String toString() {
        String text = new String(body, StandardCharsets.UTF_8);
        return method + " " + uri + " " + (text.length() > 300 ? text.substring(0, 300) + "…" : text);
    }

    /** Whose id an address has: the fittest that exists, one that exists, or whatever. */
    enum Ids {
        FIRST,
        ANY,
        NONE
    }

    /** What requests are made of. */
    record Making(Hostility hostility, Bait bait, JsonNode document, String base) {

        private static final MediaType FORM = MediaType.parseMediaType("multipart/form-data;boundary=x");
        private static final Map<String, String> PLAIN = Map.of(
                "queue",
                "review",
                "limit",
                "7",
                "longitude",
                "120.13",
                "latitude",
                "30.27",
                "datum",
                "GCJ02",
                "since",
                "1");

        java.util.Optional<MediaType> type(Operation operation) {
            return operation.contents().propertyNames().stream()
                    .findFirst()
                    .map(MediaType::parseMediaType)
                    .map(type -> type.isCompatibleWith(FORM) ? FORM : type);
        }

        byte[] body(Operation operation) {
            if (operation.contents().isEmpty()) {
                return new byte[0];
            }
            if (operation.contents().has(MediaType.MULTIPART_FORM_DATA_VALUE)) {
                return hostility.form();
            }
            return bait.bodyFor(operation)
                    .filter(near -> !hostility.oneIn(3))
                    .map(hostility::spoiled)
                    .orElseGet(() -> hostility.body(
                            operation.contents().iterator().next().path("schema"), document));
        }

        HttpHeaders headers() {
            HttpHeaders headers = new HttpHeaders();
            String citizen = "Bearer " + bait.citizen();
            String staff = "Bearer " + bait.staff();
            headers.set(
                    HttpHeaders.AUTHORIZATION,
                    hostility.oneOf(List.of(
                            "Bearer ",
                            citizen,
                            citizen,
                            staff,
                            staff,
                            "Bearer " + hostility.oneOf(bait.everybody()),
                            "Bearer x".repeat(50),
                            "Basic YTpi")));
            headers.set(
                    "Idempotency-Key",
                    hostility.oneOf(List.of(
                            "k".repeat(300), "hostile-" + hostility.text().hashCode(), "h-" + hostility.fresh())));
            headers.set("Accept-Language", hostility.oneOf(List.of("zh-CN", "en", "*;q=x", ",,,")));
            if (hostility.oneIn(8)) {
                headers.set(HttpHeaders.ACCEPT, hostility.oneOf(List.of("text/html", "application/xml", "nonsense")));
            }
            if (hostility.oneIn(8)) {
                headers.remove(HttpHeaders.AUTHORIZATION);
            }
            return headers;
        }

        URI uri(Operation operation, Ids ids) {
            boolean real = ids != Ids.NONE;
            String path = operation.path();
            List<String> query = new ArrayList<>();
            for (JsonNode parameter : operation.parameters()) {
                String name = parameter.path("name").asString();
                if (parameter.path("in").asString().equals("path")) {
                    String value = encode(id(operation, name, ids));
                    path = path.replace("{" + name + "}", value.isEmpty() ? "x" : value);
                } else if (parameter.path("in").asString().equals("query") && !(real && name.equals("after"))) {
                    query.add(encode(name) + "=" + encode(value(name, real)));
                }
            }
            return URI.create(base + path + (query.isEmpty() ? "" : "?" + String.join("&", query)));
        }

        private String id(Operation operation, String part, Ids ids) {
            return switch (ids) {
                case FIRST -> bait.idsFor(operation, part).getFirst();
                case ANY -> hostility.oneOf(bait.idsFor(operation, part));
                case NONE -> hostility.text();
            };
        }

        private String value(String name, boolean real) {
            return real || hostility.oneIn(3) ? PLAIN.getOrDefault(name, "30") : hostility.text();
        }

        private static String encode(String text) {
            String shortened = text.length() > 200 ? text.substring(0, 200) : text;
            return URLEncoder.encode(shortened, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }
}

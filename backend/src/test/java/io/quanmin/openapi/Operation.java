package io.quanmin.openapi;

import java.util.List;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/**
 * One operation of the OpenAPI document.
 *
 * @param parameters as the document has them
 * @param contents content types of the body to their schemas; empty object without a body
 */
record Operation(HttpMethod method, String path, List<JsonNode> parameters, JsonNode contents) {

    static List<Operation> of(JsonNode document) {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(entry -> !entry.getKey().equals("parameters"))
                        .map(entry -> of(path.getKey(), entry.getKey(), entry.getValue())))
                .toList();
    }

    private static Operation of(String path, String method, JsonNode operation) {
        return new Operation(
                HttpMethod.valueOf(method.toUpperCase(java.util.Locale.ROOT)),
                path,
                operation.path("parameters").valueStream().toList(),
                operation.path("requestBody").path("content"));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}

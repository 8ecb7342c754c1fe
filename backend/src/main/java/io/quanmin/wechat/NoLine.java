package io.quanmin.wechat;

import java.time.Duration;
import java.util.Map;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The city does not have this account yet. */
final class NoLine implements Line {

    private static final Duration UNTIL_ASKED_AGAIN = Duration.ofMinutes(10);

    @Override
    public Mono<JsonNode> get(String path, Map<String, String> query) {
        return away();
    }

    @Override
    public Mono<JsonNode> getWithoutToken(String path, Map<String, String> query) {
        return away();
    }

    @Override
    public Mono<JsonNode> post(String path, Object body) {
        return away();
    }

    @Override
    public Mono<byte[]> picture(String path, Object body) {
        return away();
    }

    private static <T> Mono<T> away() {
        return Mono.error(() -> new WeChatAway(UNTIL_ASKED_AGAIN));
    }
}

package io.quanmin.wechat;

import java.util.Map;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * The line to one account for one purpose. A call fails with {@link Refusal} when WeChat says an errcode, {@link Silence} when
 * it says nothing that can be read, and {@link WeChatAway} when it was not called at all.
 */
interface Line {

    /** Calls with the account's token; values are encoded here. */
    Mono<JsonNode> get(String path, Map<String, String> query);

    /** Calls without a token, as logging in needs none. */
    Mono<JsonNode> getWithoutToken(String path, Map<String, String> query);

    /** Posts JSON with the account's token. */
    Mono<JsonNode> post(String path, Object body);

    /** Posts JSON with the account's token for a picture. */
    Mono<byte[]> picture(String path, Object body);
}

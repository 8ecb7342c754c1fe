package io.quanmin.wechat.callback;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The items of a subscription event: an array when there are several, an object when there is one, in XML one level deeper. */
final class PushItems {

    private static final List<String> WRAPPERS =
            List.of("SubscribeMsgPopupEvent", "SubscribeMsgChangeEvent", "SubscribeMsgSentEvent");

    private PushItems() {}

    static List<JsonNode> of(JsonNode push) {
        return Stream.concat(Stream.of(push), WRAPPERS.stream().map(push::path))
                .map(holder -> holder.path("List"))
                .flatMap(list -> list.isArray() ? list.valueStream() : Stream.of(list))
                .filter(JsonNode::isObject)
                .toList();
    }
}

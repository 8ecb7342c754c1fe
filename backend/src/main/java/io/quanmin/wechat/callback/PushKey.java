package io.quanmin.wechat.callback;

import io.quanmin.wechat.wire.Fields;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * By what a push that comes again is known. WeChat signs and encrypts each attempt anew, so only what it says can tell; and
 * person, event and second are not enough: two messages to one person in one second are two events.
 */
final class PushKey {

    private static final List<String> IDS = List.of("MsgID", "MsgId", "trace_id");

    private PushKey() {}

    /** A push that names what it is about is the same whenever it says so again; any other is only when every word is. */
    static String of(byte[] message) {
        try {
            JsonNode push = PushText.read(message);
            if (push instanceof ObjectNode object && named(push)) {
                object.remove("CreateTime");
                return hash(object.toString().getBytes(StandardCharsets.UTF_8));
            }
            return hash(message);
        } catch (PushUnreadable keptAsItIs) {
            return hash(message);
        }
    }

    private static boolean named(JsonNode push) {
        return IDS.stream().anyMatch(id -> !Fields.text(push, id).isEmpty())
                || PushItems.of(push).stream()
                        .anyMatch(item -> !Fields.text(item, "MsgID").isEmpty());
    }

    private static String hash(byte[] text) {
        return HexFormat.of().formatHex(Signature.digest("SHA-256", text));
    }
}

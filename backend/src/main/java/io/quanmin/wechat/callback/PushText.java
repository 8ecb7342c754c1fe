package io.quanmin.wechat.callback;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the text of a push into one shape, whether the console was set to JSON or to XML. */
final class PushText {

    private static final JsonMapper JSON = new JsonMapper();

    private PushText() {}

    /** An object. Fails with {@link PushUnreadable}. */
    static JsonNode read(byte[] body) {
        String text = text(body);
        JsonNode push = text.startsWith("<") ? XmlPush.read(text) : json(text);
        if (!push.isObject()) {
            throw new PushUnreadable();
        }
        return push;
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString()
                    .strip();
        } catch (CharacterCodingException notUtf8) {
            throw new PushUnreadable();
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException malformed) {
            throw new PushUnreadable();
        }
    }
}

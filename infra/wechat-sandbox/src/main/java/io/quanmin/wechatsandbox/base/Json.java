package io.quanmin.wechatsandbox.base;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The one JSON mapper, and reading from trees whose shape the caller did not keep to. */
public final class Json {

    public static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The text of a field as WeChat reads it: numbers and booleans as written, null when absent or nested. */
    public static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || !value.isValueNode() || value.isNull() ? null : value.asString();
    }

    public static int number(JsonNode node, String field, int otherwise) {
        String text = text(node, field);
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }

    public static boolean flag(JsonNode node, String field, boolean otherwise) {
        String text = text(node, field);
        return text == null ? otherwise : Boolean.parseBoolean(text);
    }
}

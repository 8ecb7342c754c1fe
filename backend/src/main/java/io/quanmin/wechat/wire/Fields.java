package io.quanmin.wechat.wire;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads fields the way WeChat writes them: numbers quoted or not, absent as absent or empty. */
public final class Fields {

    private Fields() {}

    /** Text or number as text, to the last digit; empty when absent. */
    public static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }

    /** Text or number as text; null when absent or empty. */
    public static @Nullable String textOrNull(JsonNode object, String field) {
        String text = text(object, field);
        return text.isEmpty() ? null : text;
    }

    /** A whole number, quoted or not, or with a point and zeros after it; the other one when it is none. */
    public static long number(JsonNode object, String field, long otherwise) {
        try {
            return new java.math.BigDecimal(text(object, field).strip()).longValue();
        } catch (NumberFormatException none) {
            return otherwise;
        }
    }
}

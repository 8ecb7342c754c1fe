package io.quanmin.wechatsandbox.message;

import java.util.List;

/**
 * One field of a template.
 *
 * @param key type and number, e.g. {@code thing2}
 * @param label what people see before the value
 * @param choices the allowed values of an {@code enum} field; empty for others
 */
public record Field(String key, String label, List<String> choices) {

    public static Field of(String key, String label) {
        return new Field(key, label, List.of());
    }

    FieldType type() {
        return FieldType.ofKey(key);
    }

    boolean accepts(String value) {
        return type() == FieldType.ENUM ? choices.contains(value) : type().accepts(value);
    }
}

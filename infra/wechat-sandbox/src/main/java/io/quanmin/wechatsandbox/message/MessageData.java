package io.quanmin.wechatsandbox.message;

import io.quanmin.wechatsandbox.base.Json;
import io.quanmin.wechatsandbox.base.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the {@code data} of a message against its template; what the template does not have is left out. */
final class MessageData {

    private MessageData() {}

    /** The value of each field in the template's order; refuses the first bad one with 47003. */
    static SequencedMap<Field, String> read(Template template, @Nullable JsonNode data) {
        SequencedMap<Field, String> values = new LinkedHashMap<>();
        for (Field field : template.fields()) {
            values.put(field, value(field, data));
        }
        return values;
    }

    /** Label and value of each line. */
    static Map<String, String> lines(SequencedMap<Field, String> values) {
        Map<String, String> lines = new LinkedHashMap<>();
        values.forEach((field, value) -> lines.put(field.label(), value));
        return lines;
    }

    private static String value(Field field, @Nullable JsonNode data) {
        JsonNode holder = data == null ? null : data.get(field.key());
        String raw = holder == null ? null : Json.text(holder, "value");
        String value = raw == null ? "" : FieldText.withoutEmoji(raw).strip();
        if (value.isEmpty()) {
            throw bad(field, "is empty");
        }
        if (!field.accepts(value)) {
            throw bad(field, "invalid");
        }
        return field.type() == FieldType.UNTYPED ? cut(value) : value;
    }

    private static Refusal bad(Field field, String what) {
        return new Refusal(47003, "argument invalid! data." + field.key() + ".value " + what);
    }

    /** Fields without a type show their first line only, and at most 20 characters of it. */
    private static String cut(String value) {
        String line = value.lines().findFirst().orElse("");
        return FieldText.length(line) <= 20 ? line : line.substring(0, line.offsetByCodePoints(0, 20));
    }
}

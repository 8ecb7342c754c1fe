package io.quanmin.rulebook;

import io.quanmin.kernel.Texts;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Whether a content can be kept at all: nothing empty, nothing endless, no characters that people cannot see. */
final class JsonScan {

    private static final int DEPTH = 24;
    private static final int LONGEST = 2_000;

    private JsonScan() {}

    static Stream<Fault> faults(String where, JsonNode node, int depth) {
        if (depth > DEPTH) {
            return Stream.of(new Fault(where, "层数太多"));
        }
        if (node.isNull()) {
            return Stream.of(new Fault(where, "不能为空"));
        }
        if (node.isString()) {
            return text(where, node.stringValue());
        }
        return node.isObject() ? fields(where, node, depth) : elements(where, node, depth);
    }

    private static Stream<Fault> text(String where, String text) {
        boolean sound = text.length() <= LONGEST && Texts.clean(text).equals(text);
        return sound ? Stream.empty() : Stream.of(new Fault(where, "文字过长，或首尾有空白、含有看不见的字符"));
    }

    private static Stream<Fault> fields(String where, JsonNode node, int depth) {
        return node.properties().stream()
                .flatMap(field -> faults(below(where, field.getKey()), field.getValue(), depth + 1));
    }

    private static Stream<Fault> elements(String where, JsonNode node, int depth) {
        return IntStream.range(0, node.size())
                .boxed()
                .flatMap(place -> faults(below(where, String.valueOf(place)), node.get(place), depth + 1));
    }

    private static String below(String where, String name) {
        String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
        return where.isEmpty() ? shown : where + "/" + shown;
    }
}

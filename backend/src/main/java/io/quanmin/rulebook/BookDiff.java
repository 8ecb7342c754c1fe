package io.quanmin.rulebook;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares two contents, part by part; rows of a list are known by what names them, not by where they stand. */
final class BookDiff {

    private final Wordbook words;

    BookDiff(Wordbook words) {
        this.words = words;
    }

    /** Every difference, section by section. */
    List<Change> changes(JsonNode before, JsonNode after) {
        return names(before, after).stream()
                .flatMap(section ->
                        compare(new At(section, section, words.name(section)), before.get(section), after.get(section)))
                .toList();
    }

    private Stream<Change> compare(At at, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before == null || after == null) {
            return Stream.of(at.change(summary(before), summary(after)));
        }
        if (before.equals(after)) {
            return Stream.empty();
        }
        if (before.isObject() && after.isObject() && !Wordbook.isLimit(before) && !Wordbook.isLimit(after)) {
            return names(before, after).stream()
                    .flatMap(name -> compare(at.below(name, words.name(name)), before.get(name), after.get(name)));
        }
        if (before.isArray() && after.isArray()) {
            return list(at, before, after);
        }
        return Stream.of(at.change(words.value(before), words.value(after)));
    }

    private Stream<Change> list(At at, JsonNode before, JsonNode after) {
        Map<String, JsonNode> old = rows(before);
        Map<String, JsonNode> young = rows(after);
        Set<String> keys = new LinkedHashSet<>(old.keySet());
        keys.addAll(young.keySet());
        return keys.stream().flatMap(key -> {
            JsonNode was = old.get(key);
            JsonNode is = young.get(key);
            return compare(at.below(key, title(key, is == null ? was : is)), was, is);
        });
    }

    private static Map<String, JsonNode> rows(JsonNode list) {
        Map<String, JsonNode> rows = new LinkedHashMap<>();
        for (int place = 0; place < list.size(); place++) {
            JsonNode row = list.get(place);
            String key = key(row, place);
            rows.put(rows.containsKey(key) ? key + "#" + place : key, row);
        }
        return rows;
    }

    private static String key(JsonNode row, int place) {
        if (!row.isObject()) {
            return row.isContainer() ? String.valueOf(place) : row.asString();
        }
        if (row.has("code")) {
            return row.path("code").asString("");
        }
        if (row.has("from") && row.has("name")) {
            return row.path("from").asString("") + "/" + row.path("name").asString("");
        }
        if (row.has("level") && row.has("area")) {
            return row.path("level").asString("") + "/" + row.path("type").asString("") + "/"
                    + row.path("area").asString("");
        }
        return row.has("step")
                ? row.path("step").asString("")
                : row.has("type") ? row.path("type").asString("") : String.valueOf(place);
    }

    private String title(String key, @Nullable JsonNode row) {
        if (row == null || !row.isObject()) {
            return words.name(key);
        }
        for (String naming : List.of("label", "name", "title")) {
            if (row.path(naming).isString() && !(naming.equals("name") && row.has("from"))) {
                return row.path(naming).stringValue();
            }
        }
        return Stream.of(key.split("/", -1))
                .map(words::name)
                .reduce((a, b) -> a + " " + b)
                .orElse(key);
    }

    /** A part that came or went as a whole. */
    private @Nullable String summary(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        return node.isObject() && !Wordbook.isLimit(node) && node.has("unit") && node.has("level")
                ? words.value(node.path("unit"))
                : node.isObject() && node.path("name").isString()
                        ? node.path("name").stringValue()
                        : words.value(node);
    }

    private static Set<String> names(JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        return names;
    }

    /** A place in both contents. */
    private record At(String section, String where, String title) {

        private At below(String name, String words) {
            String next = words.isEmpty() ? title : title + " › " + words;
            return new At(section, where + "/" + name, next);
        }

        private Change change(@Nullable String before, @Nullable String after) {
            return new Change(section, where, title, before, after);
        }
    }
}

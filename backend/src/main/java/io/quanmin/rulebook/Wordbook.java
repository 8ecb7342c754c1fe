package io.quanmin.rulebook;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** Says parts of a rulebook in the words people use; what has none is said as it is kept. */
final class Wordbook {

    private static final Properties WORDS = words();
    private static final long DAY_HOURS = 24;

    private final Map<String, String> names;

    /** @param names what codes of units and steps mean */
    Wordbook(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    /** Now, and not when the first versions are compared: that is on a thread which must not wait for a disk. */
    static void read() {
        if (WORDS.isEmpty()) {
            throw new IllegalStateException("The words of the rulebook are missing");
        }
    }

    private static Properties words() {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("rulebook/words.properties").getInputStream(), StandardCharsets.UTF_8)) {
            words.load(reader);
            return words;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A field, a step or a code. */
    String name(String code) {
        return names.getOrDefault(code, WORDS.getProperty(code, code));
    }

    /** A value that has no parts worth comparing. */
    String value(JsonNode node) {
        if (isLimit(node)) {
            return limit(
                    duration(node.path("length").asString()), node.path("clock").asString());
        }
        if (node.isBoolean()) {
            return node.booleanValue() ? "是" : "否";
        }
        if (!node.isString()) {
            String text = node.toString();
            return text.length() > 200 ? text.substring(0, 200) + "…" : text;
        }
        String text = node.stringValue();
        return text.matches("P[T\\d].*") ? duration(text) : name(text);
    }

    static boolean isLimit(JsonNode node) {
        return node.isObject() && node.size() == 2 && node.has("length") && node.has("clock");
    }

    /** Such as 4 小时（工作时间）. */
    static String limit(TimeLimit limit) {
        return limit(words(limit.length()), limit.clock().name());
    }

    private static String limit(String length, String clock) {
        return length + "（" + WORDS.getProperty(clock, clock) + "）";
    }

    private static String duration(String text) {
        try {
            return words(Duration.parse(text));
        } catch (java.time.DateTimeException notOne) {
            return text;
        }
    }

    /** Such as 1 小时 30 分钟. */
    static String words(Duration length) {
        if (length.isZero()) {
            return "即时";
        }
        boolean days = length.toHours() % DAY_HOURS == 0 && length.toMinutesPart() == 0 && length.toDays() > 1;
        String hours = days ? length.toDays() + " 天" : length.toHours() == 0 ? "" : length.toHours() + " 小时";
        String minutes = length.toMinutesPart() == 0 ? "" : length.toMinutesPart() + " 分钟";
        String words = (hours + " " + minutes).strip();
        return words.isEmpty() ? length.toSeconds() + " 秒" : words;
    }
}

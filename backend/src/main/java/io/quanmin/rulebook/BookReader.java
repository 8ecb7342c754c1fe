package io.quanmin.rulebook;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads what people wrote as a rulebook: what cannot be read is said section by section, and not only the first. */
@Component
class BookReader {

    private static final List<RecordComponent> SECTIONS = List.of(Book.class.getRecordComponents());

    private final JsonMapper json;
    private final ObjectReader strict;

    BookReader(JsonMapper json) {
        this.json = json;
        this.strict = json.reader()
                .with(
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Names of the sections every version has. */
    static Set<String> sections() {
        return SECTIONS.stream().map(RecordComponent::getName).collect(Collectors.toUnmodifiableSet());
    }

    /** As a version of a number that is not approved yet. */
    Reading read(JsonNode content, int number, Instant effectiveFrom) {
        List<Fault> unreadable = Stream.concat(JsonScan.faults("", content, 0), structure(content))
                .toList();
        if (!unreadable.isEmpty()) {
            return new Reading(Optional.empty(), unreadable);
        }
        Rules rules = ((Book) strict.forType(Book.class).readValue(content)).rules(number, effectiveFrom);
        return new Reading(Optional.of(rules), RulesCheck.faults(rules));
    }

    private Stream<Fault> structure(JsonNode content) {
        if (!content.isObject()) {
            return Stream.of(new Fault("", "规则应是一个 JSON 对象"));
        }
        Stream<Fault> strangers = content.propertyNames().stream()
                .filter(name -> !sections().contains(name))
                .map(name -> new Fault(name, "规则里没有这一部分"));
        return Stream.concat(strangers, SECTIONS.stream().flatMap(section -> section(content, section)));
    }

    private Stream<Fault> section(JsonNode content, RecordComponent section) {
        String name = section.getName();
        JsonNode node = content.get(name);
        if (node == null) {
            return Stream.of(new Fault(name, "缺少这一部分"));
        }
        try {
            Object read =
                    strict.forType(json.constructType(section.getGenericType())).readValue(node);
            return read == null ? Stream.of(new Fault(name, "不能为空")) : Stream.empty();
        } catch (JacksonException unreadable) {
            return Stream.of(new Fault(name + path(unreadable), "读不懂：" + words(unreadable)));
        }
    }

    private static String path(JacksonException unreadable) {
        return unreadable.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(Collectors.joining());
    }

    /** What Jackson says, without the class names in it. */
    private static String words(JacksonException unreadable) {
        String[] lines = unreadable.getOriginalMessage().split("\\R", 2);
        String first = Arrays.stream(lines).findFirst().orElse("");
        String plain = first.replaceAll("`[^`]*`", "").replaceAll("\\s+", " ").strip();
        return plain.length() > 160 ? plain.substring(0, 160) + "…" : plain;
    }

    /**
     * What was read.
     *
     * @param rules empty when it cannot be read
     */
    record Reading(Optional<Rules> rules, List<Fault> faults) {}
}

package io.quanmin.wechatsandbox.message;

import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The types of template fields with their limits, as the sending API's page lists them; lengths are code points. */
enum FieldType {
    THING(value -> FieldText.visible(value, 20)),
    SHORT_THING(value -> FieldText.visible(value, 20)),
    CONST(value -> FieldText.visible(value, 20)),
    NUMBER(value -> value.matches("-?\\d+(\\.\\d+)?") && FieldText.length(value) <= 32),
    LETTER(value -> value.matches("[A-Za-z]{1,32}")),
    SYMBOL(value -> FieldText.visible(value, 5) && value.codePoints().noneMatch(Character::isLetterOrDigit)),
    CHARACTER_STRING(value -> FieldText.visible(value, 32) && FieldText.onlyAsciiLetters(value)),
    TIME(FieldText::isTime),
    DATE(FieldText::isDate),
    AMOUNT(value -> value.matches("[¥￥$€£]?\\d+(\\.\\d+)?元?") && FieldText.digits(value) <= 10),
    PHONE_NUMBER(value -> value.matches("[0-9+\\-() *#]{1,17}")),
    CAR_NUMBER(value -> FieldText.length(value) <= 8 && value.matches("[\\p{IsHan}A-Za-z0-9][A-Za-z0-9]*\\p{IsHan}?")),
    NAME(FieldText::isName),
    PHRASE(value -> value.matches("\\p{IsHan}{1,5}")),
    /** Whether the value is one of the template's list is the field's own business. */
    ENUM(value -> true),
    /** Fields of templates from before the types, e.g. {@code keyword1}: never refused, cut when shown. */
    UNTYPED(value -> true);

    private static final Pattern NUMBER_AT_END = Pattern.compile("\\d*$");
    private static final Map<String, FieldType> OTHER_NAMES = Map.of("enum_string", ENUM);

    private final Predicate<String> rule;

    FieldType(Predicate<String> rule) {
        this.rule = rule;
    }

    boolean accepts(String value) {
        return rule.test(value);
    }

    static FieldType ofKey(String key) {
        String name = NUMBER_AT_END.matcher(key).replaceFirst("");
        for (FieldType type : values()) {
            if (type.name().equalsIgnoreCase(name)) {
                return type;
            }
        }
        return OTHER_NAMES.getOrDefault(name, UNTYPED);
    }
}

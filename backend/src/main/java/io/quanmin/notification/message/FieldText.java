package io.quanmin.notification.message;

import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Values cut to what WeChat takes in a template's field, whose type is its key without the number. One character too many and
 * the whole message is refused (47003). Lengths are code points; emoji, whose treatment is not documented, are left out.
 */
final class FieldText {

    private static final int THING = 20;
    private static final int CHARACTER_STRING = 32;
    private static final int PHRASE = 5;
    private static final String CLOCK = "([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?";
    private static final String DAY = "(\\d{4}年)?\\d{1,2}月\\d{1,2}日|\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}";
    private static final Pattern TIME = Pattern.compile("((%s)\\s*)?%s".formatted(DAY, CLOCK));
    private static final Pattern DATE = Pattern.compile("(%s)(\\s*%s)?".formatted(DAY, CLOCK));
    private static final Pattern NUMBER_AT_END = Pattern.compile("\\d*$");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}(\\.\\d{1,10})?");
    private static final Pattern AMOUNT = Pattern.compile("[¥￥]?\\d{1,10}(\\.\\d{1,2})?元?");

    private FieldText() {}

    /**
     * A value that the field takes, as near to the wanted one as its type allows; never empty.
     *
     * @param now what stands in a field of time when the value is none
     */
    static String fit(String key, String value, String now) {
        String clean = printable(value);
        return switch (NUMBER_AT_END.matcher(key).replaceFirst("")) {
            case "character_string" -> orElse(first(CHARACTER_STRING, only(clean, FieldText::isPlain)), "-");
            case "phrase" -> orElse(first(PHRASE, only(clean, Character::isIdeographic)), "已更新");
            case "time" -> TIME.matcher(clean).matches() ? clean : now;
            case "date" -> DATE.matcher(clean).matches() ? clean : now;
            case "number" -> NUMBER.matcher(clean).matches() ? clean : "0";
            case "amount" -> AMOUNT.matcher(clean).matches() ? clean : "0";
            case "letter" -> orElse(first(32, only(clean, FieldText::isLetter)), "X");
            case "symbol" -> orElse(first(5, only(clean, point -> !Character.isLetterOrDigit(point))), "-");
            case "phone_number" -> orElse(first(17, only(clean, FieldText::isOfPhone)), "-");
            case "car_number" -> orElse(first(8, only(clean, Character::isLetterOrDigit)), "无");
            case "name" -> name(only(clean, point -> !Character.isDigit(point)));
            default -> orElse(cut(THING, clean), "无");
        };
    }

    /** Without line breaks, other control characters and emoji, and without blanks at the ends. */
    private static String printable(String value) {
        String oneLine = value.replaceAll("\\s+", " ");
        return only(oneLine, point -> !Character.isISOControl(point) && !isEmoji(point))
                .strip();
    }

    private static String name(String clean) {
        boolean chinese = clean.codePoints().anyMatch(Character::isIdeographic);
        return orElse(first(chinese ? 10 : 20, clean), "无");
    }

    /** Says by an ellipsis that there was more. */
    private static String cut(int most, String text) {
        return length(text) <= most ? text : first(most - 1, text).strip() + "…";
    }

    private static String first(int most, String text) {
        return length(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String only(String text, IntPredicate wanted) {
        return text.codePoints()
                .filter(wanted)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String orElse(String text, String other) {
        return text.isBlank() ? other : text;
    }

    private static boolean isPlain(int point) {
        return point > ' ' && point < 127;
    }

    private static boolean isLetter(int point) {
        return point < 128 && Character.isLetter(point);
    }

    private static boolean isOfPhone(int point) {
        return point < 128 && (Character.isDigit(point) || "+-() *#".indexOf(point) >= 0);
    }

    private static boolean isEmoji(int point) {
        return point >= 0x1F000 && point <= 0x1FAFF
                || point >= 0x2600 && point <= 0x27BF
                || point >= 0xFE00 && point <= 0xFE0F
                || point >= 0xE0020 && point <= 0xE007F
                || point == 0x200D
                || point == 0x20E3;
    }
}

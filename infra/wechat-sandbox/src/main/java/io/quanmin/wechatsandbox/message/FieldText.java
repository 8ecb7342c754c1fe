package io.quanmin.wechatsandbox.message;

import java.util.regex.Pattern;

/** What the limits of template fields are made of. */
final class FieldText {

    private static final String CLOCK = "([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?";
    private static final String DAY =
            "(\\d{4}年)?\\d{1,2}月(\\d{1,2}日)?|\\d{4}年|\\d{4}[-./]\\d{1,2}([-./]\\d{1,2})?|\\d{1,2}[-./]\\d{1,2}";
    private static final Pattern TIME = Pattern.compile("((" + DAY + ")\\s*)?" + CLOCK);
    private static final Pattern DATE = Pattern.compile("(" + DAY + ")(\\s*" + CLOCK + ")?");
    private static final Pattern RANGE = Pattern.compile("\\s*[~～]\\s*");

    private FieldText() {}

    /**
     * The text as it is counted and shown. What becomes of emoji is not documented; here they are left out.
     */
    static String withoutEmoji(String value) {
        return value.codePoints()
                .filter(point -> !isEmoji(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static int length(String value) {
        return value.codePointCount(0, value.length());
    }

    static long digits(String value) {
        return value.chars().filter(Character::isDigit).count();
    }

    /** Neither longer than {@code most} nor with a line break or another control character. */
    static boolean visible(String value, int most) {
        return length(value) <= most && value.codePoints().noneMatch(Character::isISOControl);
    }

    static boolean onlyAsciiLetters(String value) {
        return value.codePoints().allMatch(point -> point < 128 || !Character.isLetterOrDigit(point));
    }

    static boolean isTime(String value) {
        return rangeOf(TIME, value);
    }

    static boolean isDate(String value) {
        return rangeOf(DATE, value);
    }

    /** At most 10 characters with hanzi among them, 20 without; no digits. */
    static boolean isName(String value) {
        boolean chinese = value.codePoints().anyMatch(Character::isIdeographic);
        return visible(value, chinese ? 10 : 20) && digits(value) == 0;
    }

    private static boolean rangeOf(Pattern one, String value) {
        String[] ends = RANGE.split(value, -1);
        return ends.length <= 2
                && Pattern.matches(one.pattern(), ends[0])
                && (ends.length == 1 || Pattern.matches(one.pattern(), ends[1]));
    }

    private static boolean isEmoji(int point) {
        return (point >= 0x1F000 && point <= 0x1FAFF)
                || (point >= 0x2600 && point <= 0x27BF)
                || point == 0xFE0F
                || point == 0x200D;
    }
}

package io.quanmin.kernel;

/** Makes text that people typed safe to keep and to show. */
public final class Texts {

    private Texts() {}

    /**
     * The text without control characters, invisible direction marks and broken pairs, and without blanks around it; line ends
     * as {@code \n}. Joiners stay: emoji are made with them.
     */
    public static String clean(String typed) {
        StringBuilder kept = new StringBuilder(typed.length());
        typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\t', ' ')
                .codePoints()
                .filter(Texts::harmless)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    /** How many characters people would count. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean harmless(int point) {
        return point == '\n'
                || switch (Character.getType(point)) {
                    case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE -> false;
                    case Character.FORMAT -> joins(point);
                    default -> true;
                };
    }

    /** Zero-width joiners and the tags of flags. */
    private static boolean joins(int point) {
        return point == 0x200D || point == 0x200C || (point >= 0xE0020 && point <= 0xE007F);
    }
}

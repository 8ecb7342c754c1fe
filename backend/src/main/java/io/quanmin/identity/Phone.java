package io.quanmin.identity;

/** Phone numbers as people write them. */
final class Phone {

    private static final int SHOWN_FIRST = 3;
    private static final int SHOWN_LAST = 4;

    private Phone() {}

    /** A number with its middle hidden, such as {@code 138****1234}; of a short one only the last two digits show. */
    static String masked(String number) {
        int length = number.length();
        if (length < SHOWN_FIRST + SHOWN_LAST + 1) {
            return "****" + number.substring(Math.max(0, length - 2));
        }
        return number.substring(0, SHOWN_FIRST) + "****" + number.substring(length - SHOWN_LAST);
    }

    /** Digits alone, so that one number has one blind index. */
    static String normal(String number) {
        return number.replaceAll("[^0-9+]", "");
    }
}

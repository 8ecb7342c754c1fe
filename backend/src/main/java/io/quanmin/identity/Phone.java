package io.quanmin.identity;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers as people write them. */
final class Phone {

    private static final Pattern DOMESTIC = Pattern.compile("1[3-9]\\d{9}|0\\d{9,11}");
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

    /** Digits alone and without the code of this country, so that one number has one blind index. */
    static String normal(String number) {
        return Normalizer.normalize(number, Normalizer.Form.NFKC)
                .replaceAll("[^0-9+]", "")
                .replaceFirst("^(\\+86|0086)", "");
    }

    /** A mobile or fixed number of this country as it is kept; empty for anything else. */
    static Optional<String> domestic(String typed) {
        return Optional.of(normal(typed))
                .filter(number -> DOMESTIC.matcher(number).matches());
    }
}

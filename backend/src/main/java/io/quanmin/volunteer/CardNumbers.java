package io.quanmin.volunteer;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Numbers of cards: twelve characters that cannot be guessed (59 bits) nor mistaken for each other. */
@Component
class CardNumbers {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 12;

    private final SecureRandom random = new SecureRandom();

    String next() {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(nth -> String.valueOf(ALPHABET.charAt(nth)))
                .collect(Collectors.joining());
    }

    /** As it is kept, however somebody typed it from a card. */
    static String plain(String typed) {
        return typed.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
    }
}

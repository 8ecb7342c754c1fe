package io.quanmin.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Secrets handed out: 256 random bits, url-safe. Only their hash is kept. */
@Component
final class Tokens {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Without the letters and digits that people confuse, for codes that are typed by hand: 32 of them, 5 bits each. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int TYPED = 12;

    private final SecureRandom random = new SecureRandom();

    /** A new token of 43 characters. */
    String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A new code of 12 characters (60 bits), to be typed by a person. */
    String nextTyped() {
        return random.ints(TYPED, 0, ALPHABET.length())
                .collect(StringBuilder::new, (code, at) -> code.append(ALPHABET.charAt(at)), StringBuilder::append)
                .toString();
    }

    /** Whether a text could be a token at all. */
    static boolean wellFormed(String token) {
        return FORM.matcher(token).matches();
    }

    /** SHA-256: enough for what is random already. */
    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}

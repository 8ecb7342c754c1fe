package io.quanmin.wechat.callback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** WeChat's signature: the SHA-1 of the sorted parts. */
final class Signature {

    private Signature() {}

    static String of(String... parts) {
        String[] sorted = parts.clone();
        Arrays.sort(sorted);
        byte[] text = String.join("", sorted).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(digest("SHA-1", text));
    }

    /** Takes the same time wherever the first difference is. */
    static boolean matches(String claimed, String... parts) {
        return MessageDigest.isEqual(
                claimed.getBytes(StandardCharsets.UTF_8), of(parts).getBytes(StandardCharsets.UTF_8));
    }

    static byte[] digest(String algorithm, byte[] text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

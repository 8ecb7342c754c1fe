package io.quanmin.wechatsandbox.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Openids and unionids in their true shape (28 characters, beginning with o), always the same for the same user. */
final class OpenIds {

    private OpenIds() {}

    /** All openids of one account begin alike, as WeChat's do. */
    static String openid(String appid, String userId) {
        return "o" + hash(appid, 5) + hash(appid + "/" + userId, 22);
    }

    static String unionid(String openPlatform, String userId) {
        return "oU" + hash(openPlatform, 4) + hash(openPlatform + "#" + userId, 22);
    }

    private static String hash(String text, int length) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(digest).substring(0, length);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package io.quanmin.wechat.callback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens encrypted pushes: AES-256-CBC around random (16), length (4), message and appid, padded by PKCS#7 to 32. WxJava's own
 * throws the appid away unchecked: a push meant for another account would pass for ours.
 */
final class PushCipher {

    private static final int RANDOM = 16;
    private static final int BLOCK = 32;
    private static final int HEAD = RANDOM + Integer.BYTES;

    private final byte[] key;
    private final byte[] appid;

    /** @param encodingAesKey 43 characters, a base64 without its padding */
    PushCipher(String encodingAesKey, String appid) {
        this.key = Base64.getDecoder().decode(encodingAesKey + "=");
        this.appid = appid.getBytes(StandardCharsets.UTF_8);
    }

    /** The message. Fails with {@link PushNotGenuine} when it was not made with this key for this appid. */
    byte[] open(String encrypted) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, RANDOM));
            return message(cipher.doFinal(Base64.getDecoder().decode(encrypted)));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new PushNotGenuine();
        }
    }

    private byte[] message(byte[] plain) {
        int end = plain.length - padding(plain);
        int length = end < HEAD ? -1 : ByteBuffer.wrap(plain).getInt(RANDOM);
        if (length < 0 || length > end - HEAD) {
            throw new PushNotGenuine();
        }
        byte[] owner = Arrays.copyOfRange(plain, HEAD + length, end);
        if (!Arrays.equals(owner, appid)) {
            throw new PushNotGenuine();
        }
        return Arrays.copyOfRange(plain, HEAD, HEAD + length);
    }

    private static int padding(byte[] plain) {
        int padding = plain.length == 0 ? 0 : plain[plain.length - 1];
        if (padding < 1 || padding > BLOCK || padding > plain.length) {
            throw new PushNotGenuine();
        }
        for (int i = plain.length - padding; i < plain.length; i++) {
            if (plain[i] != padding) {
                throw new PushNotGenuine();
            }
        }
        return padding;
    }
}

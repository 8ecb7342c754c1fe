package io.quanmin.wechatsandbox.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The envelope of secure pushes: AES-256-CBC over random(16) + length(4, big endian) + message + appid, padded by PKCS#7 to
 * blocks of 32, which the JDK has no name for.
 */
final class PushCipher {

    private static final int BLOCK = 32;
    private static final int RANDOM = 16;

    private final byte[] key;
    private final String appid;

    PushCipher(String encodingAesKey, String appid) {
        this.key = Base64.getDecoder().decode(encodingAesKey + "=");
        this.appid = appid;
    }

    /** @param random 16 bytes */
    String encrypt(byte[] random, String message) {
        byte[] text = message.getBytes(StandardCharsets.UTF_8);
        byte[] owner = appid.getBytes(StandardCharsets.UTF_8);
        int length = RANDOM + Integer.BYTES + text.length + owner.length;
        int padding = BLOCK - length % BLOCK;
        ByteBuffer plain = ByteBuffer.allocate(length + padding);
        plain.put(random).putInt(text.length).put(text).put(owner);
        while (plain.hasRemaining()) {
            plain.put((byte) padding);
        }
        return Base64.getEncoder().encodeToString(run(Cipher.ENCRYPT_MODE, plain.array()));
    }

    /** The message; throws {@link IllegalArgumentException} when it is of another appid or broken. */
    String decrypt(String encrypted) {
        ByteBuffer plain =
                ByteBuffer.wrap(run(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(encrypted)));
        byte[] all = plain.array();
        int end = all.length - all[all.length - 1];
        int length = plain.getInt(RANDOM);
        int start = RANDOM + Integer.BYTES;
        if (length < 0 || start + length > end) {
            throw new IllegalArgumentException("Not an envelope of " + appid);
        }
        String owner = new String(Arrays.copyOfRange(all, start + length, end), StandardCharsets.UTF_8);
        if (!owner.equals(appid)) {
            throw new IllegalArgumentException("An envelope of " + owner + ", not of " + appid);
        }
        return new String(all, start, length, StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, RANDOM));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException broken) {
            throw new IllegalArgumentException("Cannot be read with this key", broken);
        }
    }
}

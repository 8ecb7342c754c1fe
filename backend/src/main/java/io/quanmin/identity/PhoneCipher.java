package io.quanmin.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/** Encrypts phone numbers (AES-256-GCM, a fresh nonce each) and indexes them blindly (HMAC-SHA256). */
@Component
final class PhoneCipher {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String AES = "AES/GCM/NoPadding";

    private final PhoneKeys keys;
    private final SecureRandom random = new SecureRandom();

    PhoneCipher(PhoneKeys keys) {
        this.keys = keys;
    }

    EncryptedPhone seal(String number) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] blind = blind(number);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, keys.current(), nonce, blind, number.getBytes(StandardCharsets.UTF_8));
        byte[] ciphertext = ByteBuffer.allocate(NONCE + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return new EncryptedPhone(ciphertext, keys.current(), blind);
    }

    /** The number. Fails when the key is no longer configured or the row was tampered with. */
    String open(EncryptedPhone phone) {
        ByteBuffer kept = ByteBuffer.wrap(phone.ciphertext());
        byte[] nonce = new byte[NONCE];
        kept.get(nonce);
        byte[] sealed = new byte[kept.remaining()];
        kept.get(sealed);
        return new String(
                run(Cipher.DECRYPT_MODE, phone.keyId(), nonce, phone.blind(), sealed), StandardCharsets.UTF_8);
    }

    /** Finds a number without reading any. */
    byte[] blind(String number) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.index());
            return mac.doFinal(number.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }

    private byte[] run(int mode, String key, byte[] nonce, byte[] bound, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(AES);
            cipher.init(
                    mode,
                    Objects.requireNonNull(keys.encryption().get(key), () -> "No key for phone numbers named " + key),
                    new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bound);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A phone number cannot be read or written with key " + key, e);
        }
    }
}

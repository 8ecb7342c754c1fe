package io.quanmin.identity;

import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys themselves.
 *
 * @param current id of the one to encrypt with, which is among {@code encryption}
 */
record PhoneKeys(Map<String, SecretKey> encryption, String current, SecretKey index) {

    private static final int BYTES = 32;

    /** Reads keys written in Base64. Fails with a sentence for whoever configures the service. */
    static PhoneKeys read(Map<String, String> keys, String current, String indexKey) {
        if (!keys.containsKey(current)) {
            throw new IllegalStateException(
                    "quanmin.identity.phone.current names no key of quanmin.identity.phone.keys");
        }
        Map<String, SecretKey> encryption = keys.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, key -> key(key.getValue(), "AES")));
        return new PhoneKeys(encryption, current, key(indexKey, "HmacSHA256"));
    }

    private static SecretKey key(String text, String algorithm) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (bytes.length != BYTES) {
            throw new IllegalStateException("A key of quanmin.identity.phone is 32 bytes in Base64");
        }
        return new SecretKeySpec(bytes, algorithm);
    }

    /** Never shows a key. */
    @Override
    public String toString() {
        return "PhoneKeys[" + encryption.keySet() + ", " + current + "]";
    }
}

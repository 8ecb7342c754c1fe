package io.quanmin.casework;

import io.quanmin.kernel.Id;
import io.quanmin.kernel.KeyReused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Something a person asks for once, however often their phone sends it.
 *
 * @param key the {@code Idempotency-Key}
 * @param body all that is asked for, in words that two equal commands share
 */
record Command(Id person, String key, String body) {

    /** SHA-256 of what is asked for. */
    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    /** The case of an earlier command by the same key, if that was this command; else {@link KeyReused}. */
    Id sameAs(byte[] earlier, String caseId) {
        if (!Arrays.equals(earlier, digest())) {
            throw new KeyReused();
        }
        return Id.parse(caseId);
    }
}

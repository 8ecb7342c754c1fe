package io.quanmin.identity;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/**
 * A phone number as it is kept.
 *
 * @param ciphertext twelve bytes of nonce, then AES-256-GCM
 * @param blind HMAC-SHA256 of the number
 */
record EncryptedPhone(byte[] ciphertext, String keyId, byte[] blind) {

    static @Nullable EncryptedPhone read(Readable row) {
        byte[] ciphertext = row.get("ciphertext", byte[].class);
        return ciphertext == null
                ? null
                : new EncryptedPhone(ciphertext, Sql.text(row, "key_id"), Sql.value(row, "blind", byte[].class));
    }
}

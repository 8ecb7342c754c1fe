package io.quanmin.wechat.callback;

import java.util.Objects;
import org.springframework.util.MultiValueMap;

/**
 * What WeChat puts into the address to prove that a push is its own.
 *
 * @param signature over token, timestamp and nonce
 * @param messageSignature over these and the encrypted text: the one that counts when there is one
 * @param timestamp seconds since 1970, as written
 */
record PushProof(String signature, String messageSignature, String timestamp, String nonce) {

    static PushProof of(MultiValueMap<String, String> query) {
        return new PushProof(
                first(query, "signature"),
                first(query, "msg_signature"),
                first(query, "timestamp"),
                first(query, "nonce"));
    }

    private static String first(MultiValueMap<String, String> query, String name) {
        return Objects.requireNonNullElse(query.getFirst(name), "");
    }

    boolean provesAddress(String token) {
        return complete(token) && Signature.matches(signature, token, timestamp, nonce);
    }

    boolean provesMessage(String token, String encrypted) {
        return complete(token) && Signature.matches(messageSignature, token, timestamp, nonce, encrypted);
    }

    /** Without a token anybody could sign. */
    private boolean complete(String token) {
        return !token.isEmpty() && !timestamp.isEmpty() && !nonce.isEmpty();
    }
}

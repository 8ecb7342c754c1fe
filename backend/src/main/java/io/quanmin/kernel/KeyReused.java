package io.quanmin.kernel;

import java.util.Map;

/** The same {@code Idempotency-Key} came with another command. */
public final class KeyReused extends Problem.NotAllowed {

    public KeyReused() {
        super("idempotency-key-reused", Map.of());
    }
}

package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** The same {@code Idempotency-Key} came with another command. */
final class KeyReused extends Problem.NotAllowed {

    KeyReused() {
        super("idempotency-key-reused", Map.of());
    }
}

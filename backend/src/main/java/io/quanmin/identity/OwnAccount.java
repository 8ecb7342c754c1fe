package io.quanmin.identity;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** Nobody grants themselves a role, nor ends their own service: somebody else does. */
final class OwnAccount extends Problem.NotAllowed {

    OwnAccount() {
        super("own-account", Map.of());
    }
}

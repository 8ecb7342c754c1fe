package io.quanmin.identity;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** A code for an account is the account: who holds one administration gets none for an account that holds another. */
final class OtherAdministration extends Problem.NotAllowed {

    OtherAdministration() {
        super("other-administration", Map.of());
    }
}

package io.quanmin.identity;

import io.quanmin.kernel.Problem;
import java.util.Map;

/** A bind code is unknown, used or expired, or the person serves as somebody else already. */
public final class BindCodeRefused extends Problem.NotAllowed {

    public BindCodeRefused() {
        super("bind-code-refused", Map.of());
    }
}

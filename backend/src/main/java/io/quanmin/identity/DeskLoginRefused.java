package io.quanmin.identity;

import io.quanmin.kernel.Problem;

/** Login or password is wrong; which of them is not said. */
public final class DeskLoginRefused extends Problem.Unauthenticated {

    public DeskLoginRefused() {
        super("desk-login-refused");
    }
}

package io.quanmin.identity;

import io.quanmin.kernel.Problem;

/** Nobody is logged in, or no longer. */
public final class NotLoggedIn extends Problem.Unauthenticated {

    public NotLoggedIn() {
        super("not-logged-in");
    }
}

package io.quanmin.identity;

import io.quanmin.kernel.Problem;

/** This person's roles do not allow this, whatever it is done to. */
public final class NotYourRole extends Problem.Forbidden {

    public NotYourRole() {
        super("not-your-role");
    }
}

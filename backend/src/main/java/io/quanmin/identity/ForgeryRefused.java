package io.quanmin.identity;

import io.quanmin.kernel.Problem;

/** A change that came with the console's cookie but did not prove that the console sent it. */
final class ForgeryRefused extends Problem.Forbidden {

    ForgeryRefused() {
        super("csrf-refused");
    }
}

package io.quanmin.notification.live;

import io.quanmin.kernel.Problem;

/** A page of another host wants to open a socket here. */
final class ForeignOrigin extends Problem.Forbidden {

    ForeignOrigin() {
        super("foreign-origin");
    }
}

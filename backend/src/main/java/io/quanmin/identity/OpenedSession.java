package io.quanmin.identity;

import io.quanmin.kernel.Id;
import java.time.Instant;

/** A session just opened: the only moment at which its token is known. */
record OpenedSession(Id id, String token, Instant expiresAt, Id person) {

    /** Never shows the token. */
    @Override
    public String toString() {
        return "OpenedSession[" + id + "]";
    }
}

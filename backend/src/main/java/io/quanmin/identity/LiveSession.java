package io.quanmin.identity;

import io.quanmin.kernel.Actor;
import java.time.Duration;
import java.time.Instant;

/** A session that was not revoked, and who is behind it. */
record LiveSession(Actor actor, Via via, Instant createdAt, Instant seenAt, Instant expiresAt) {

    boolean liveAt(Instant now) {
        return now.isBefore(expiresAt);
    }

    /** Whether its end is to be moved now. */
    boolean slides(Instant now, Duration every) {
        return !now.isBefore(seenAt.plus(every));
    }

    /** The same session, used now: its end moves, but never past the longest a session may last. */
    LiveSession usedAt(Instant now, SessionSettings settings) {
        Instant idle = now.plus(settings.idle(via));
        Instant last = createdAt.plus(settings.longest());
        return new LiveSession(actor, via, createdAt, now, idle.isBefore(last) ? idle : last);
    }
}

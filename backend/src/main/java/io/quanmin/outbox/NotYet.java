package io.quanmin.outbox;

import java.time.Duration;

/**
 * A consumer's answer that it is too early for this delivery, and nobody's fault: it comes again after a pause, and the attempt
 * does not count. Later events of the subject wait with it.
 */
public final class NotYet extends RuntimeException {

    private final Duration pause;

    public NotYet(Duration pause) {
        super("not yet", null, false, false);
        this.pause = pause;
    }

    /** How long to wait at least. */
    public Duration pause() {
        return pause;
    }
}

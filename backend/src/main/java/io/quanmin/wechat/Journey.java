package io.quanmin.wechat;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How far one request has come. A request that waits and one that has left are told apart exactly: who gives up on a waiting
 * one can be sure that it will never leave.
 */
final class Journey {

    private static final ThreadLocal<Journey> CURRENT = new ThreadLocal<>();

    private enum Phase {
        WAITING,
        SENT,
        GIVEN_UP
    }

    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.WAITING);

    /** Runs what sends this very request, and not the one for a token before it. */
    <T> T during(Callable<T> sending) throws Exception {
        CURRENT.set(this);
        try {
            return sending.call();
        } finally {
            CURRENT.remove();
        }
    }

    /** Called on the connection, right before the request's first byte. Fails when nobody waits for it any more. */
    static void departs() throws IOException {
        Journey current = CURRENT.get();
        if (current != null && !current.depart()) {
            throw new Silence(false, "given up before it was sent");
        }
    }

    private boolean depart() {
        return phase.compareAndSet(Phase.WAITING, Phase.SENT) || phase.get() == Phase.SENT;
    }

    /** WeChat refused it unread: it is as if it had not left. */
    void turnedBack() {
        phase.compareAndSet(Phase.SENT, Phase.WAITING);
    }

    boolean sent() {
        return phase.get() == Phase.SENT;
    }

    /** Nobody waits any longer. */
    Silence giveUp() {
        return new Silence(!phase.compareAndSet(Phase.WAITING, Phase.GIVEN_UP), "no answer by the deadline");
    }
}

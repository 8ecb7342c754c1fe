package io.quanmin.notification.live;

import io.quanmin.notification.Item;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What one connection still has to send, decided from the cursors: an item that follows the last one sent goes out at once,
 * one that was sent already is dropped, and where one is missing the database is asked. Cursors have no gaps, so nothing is
 * lost or doubled however hints are lost, doubled or shuffled. Bounded: a client that reads slowly only falls behind, and
 * catches up from the database.
 */
final class Backlog {

    private static final int READY_AT_MOST = 8;
    private static final long UNKNOWN = -1;

    private long last = UNKNOWN;
    private boolean behind;
    private @Nullable Deque<Item> ready;

    /** What to do next. */
    sealed interface Step {

        /** Send this. */
        record Send(Item item) implements Step {}

        /** Ask the database for what comes after a cursor. */
        record Read(long after) implements Step {}

        /** Wait for a hint. */
        record Rest() implements Step {}
    }

    /**
     * Begins after a cursor.
     *
     * @param end of the person's inbox now
     */
    synchronized void begin(long after, long end) {
        last = after;
        behind |= end > after;
    }

    /** Something for this person, in whatever order it comes. */
    synchronized void offer(Item item) {
        if (ready == null) {
            ready = new ArrayDeque<>(2);
        }
        if (ready.size() == READY_AT_MOST) {
            ready.clear();
            behind = true;
        } else {
            ready.add(item);
        }
    }

    /** The person's inbox goes as far as this; says whether that is further than was sent. */
    synchronized boolean reaches(long end) {
        behind |= last != UNKNOWN && end > last;
        return behind;
    }

    /** A page was read, and there is more after it or not. */
    synchronized void read(boolean more) {
        behind |= more;
    }

    /** Whether there is a next step other than to rest. */
    synchronized boolean goesOn() {
        return last != UNKNOWN && (behind || ready != null);
    }

    synchronized Step next() {
        if (last == UNKNOWN) {
            return new Step.Rest();
        }
        if (behind) {
            behind = false;
            return new Step.Read(last);
        }
        return fromReady();
    }

    private Step fromReady() {
        for (Item item = poll(); item != null; item = poll()) {
            if (item.cursor() == last + 1) {
                return new Step.Send(item);
            }
            if (item.cursor() > last) {
                return new Step.Read(last);
            }
        }
        ready = null;
        return new Step.Rest();
    }

    private @Nullable Item poll() {
        return ready == null ? null : ready.poll();
    }

    /** An item went out. */
    synchronized void sent(long cursor) {
        last = Math.max(last, cursor);
    }
}

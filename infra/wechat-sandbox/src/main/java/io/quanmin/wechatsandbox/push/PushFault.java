package io.quanmin.wechatsandbox.push;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something going wrong with pushes.
 *
 * @param event the event's name, or {@code *} for all
 * @param delay for {@link Kind#LATE}, on the virtual clock
 * @param times how often; null means until cleared
 */
public record PushFault(
        String event, Kind kind, Duration delay, @Nullable Integer times) {

    /** What goes wrong. */
    public enum Kind {
        LOST,
        DOUBLED,
        LATE,
        /** Held back until the next push has been delivered. */
        OUT_OF_ORDER
    }

    public static PushFault lost(String event) {
        return new PushFault(event, Kind.LOST, Duration.ZERO, null);
    }

    public static PushFault doubled(String event) {
        return new PushFault(event, Kind.DOUBLED, Duration.ZERO, null);
    }

    public static PushFault late(String event, Duration delay) {
        return new PushFault(event, Kind.LATE, delay, null);
    }

    public static PushFault outOfOrder(String event) {
        return new PushFault(event, Kind.OUT_OF_ORDER, Duration.ZERO, null);
    }

    public PushFault times(int count) {
        return new PushFault(event, kind, delay, count);
    }

    boolean concerns(String name) {
        return event.equals("*") || event.equals(name);
    }
}

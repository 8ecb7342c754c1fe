package io.quanmin.rulebook;

import java.time.Duration;
import java.time.Instant;

/**
 * How long something may take, and on which clock.
 *
 * @param length of working time or of time on the wall; a working day counts as the calendar's hours
 */
public record TimeLimit(Duration length, Clock clock) {

    /** When it ends for what begins at {@code start}. */
    public Instant endsAt(Instant start, WorkingCalendar calendar) {
        return clock == Clock.WALL || length.isZero() ? start.plus(length) : calendar.plus(start, length);
    }

    /** When so much is left until {@code end}. */
    public Instant beginsBefore(Instant end, WorkingCalendar calendar) {
        return clock == Clock.WALL || length.isZero() ? end.minus(length) : calendar.minus(end, length);
    }

    /** The clock a limit runs on. */
    public enum Clock {
        /** Only while the city works. */
        WORKING,
        /** Day and night: a missing manhole cover does not wait for Monday. */
        WALL
    }
}

package io.quanmin.rulebook;

import java.time.Duration;

/**
 * How long something may take, and on which clock.
 *
 * @param length of working time or of time on the wall; a working day counts as the calendar's hours
 */
public record TimeLimit(Duration length, Clock clock) {

    /** The clock a limit runs on. */
    public enum Clock {
        WORKING,
        WALL
    }
}

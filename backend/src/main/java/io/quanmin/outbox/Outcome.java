package io.quanmin.outbox;

import java.time.Duration;

/** What came of an attempt. */
sealed interface Outcome {

    Leased leased();

    /** The consumer has it. */
    record Taken(Leased leased) implements Outcome {}

    /**
     * To be tried again after a pause.
     *
     * @param counts whether the attempt was one
     */
    record Postponed(Leased leased, Duration pause, boolean counts) implements Outcome {}

    /** Tried often enough. */
    record GivenUp(Leased leased, String error) implements Outcome {}

    /** Its turn came too late: somebody else has it by now, or soon. */
    record Expired(Leased leased) implements Outcome {}
}

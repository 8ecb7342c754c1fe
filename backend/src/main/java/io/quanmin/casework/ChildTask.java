package io.quanmin.casework;

import io.quanmin.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one unit has to do where many were called (吹哨报到). A unit has one in a case; called again it begins anew.
 *
 * @param signedBy absent until somebody has signed, and once their account is erased; so is {@code doneBy}
 * @param doneAt when it ended, whatever the end
 * @param words what was reported, or why it was given back or taken away
 * @param version of the case that the report made, with which its photos came
 * @param warned whether the unit was warned of the end of its time
 * @param late whether it was told that its time is over
 */
record ChildTask(
        Id unit,
        Part part,
        State state,
        Instant calledAt,
        Instant dueAt,
        @Nullable Instant signedAt,
        @Nullable Id signedBy,
        @Nullable Instant doneAt,
        @Nullable Id doneBy,
        @Nullable String words,
        @Nullable Long version,
        boolean warned,
        boolean late) {

    /** As what a unit is called. */
    enum Part {
        /** Answers for the whole. */
        LEAD,
        /** Does its share. */
        ASSIST,
        /** The office of a level of the city, which does its share on the spot. */
        LEVEL
    }

    /** How far it is. */
    enum State {
        CALLED,
        SIGNED,
        REPORTED,
        /** The unit said that it is not its own. */
        RETURNED,
        /** The lead or a dispatcher let the unit go. */
        RELEASED
    }

    static ChildTask called(Id unit, Part part, Instant now, Instant due) {
        return new ChildTask(unit, part, State.CALLED, now, due, null, null, null, null, null, null, false, false);
    }

    /** Whether something is still to be done. */
    boolean open() {
        return state == State.CALLED || state == State.SIGNED;
    }

    ChildTask signed(@Nullable Id by, Instant now) {
        return new ChildTask(unit, part, State.SIGNED, calledAt, dueAt, now, by, null, null, null, null, warned, late);
    }

    /** Reported, given back or let go. */
    ChildTask done(State end, Id by, @Nullable String why, long caseVersion, Instant now) {
        return new ChildTask(
                unit, part, end, calledAt, dueAt, signedAt, signedBy, now, by, why, caseVersion, warned, late);
    }

    ChildTask toldOfTheEnd(boolean over) {
        return new ChildTask(
                unit, part, state, calledAt, dueAt, signedAt, signedBy, doneAt, doneBy, words, version, true, over);
    }
}

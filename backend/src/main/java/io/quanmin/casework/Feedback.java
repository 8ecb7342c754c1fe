package io.quanmin.casework;

import io.quanmin.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a reporter said of a result.
 *
 * @param reached whether they could be asked at all; what follows is absent where not
 * @param by who wrote it down
 */
record Feedback(
        Id id,
        Via via,
        boolean reached,
        @Nullable Boolean solved,
        @Nullable Boolean satisfied,
        @Nullable Integer stars,
        @Nullable String words,
        Instant at,
        @Nullable Id by) {

    /** In which way. */
    enum Via {
        /** By the reporter, in the mini-program. */
        RATING,
        /** By staff, on the telephone. */
        CALL
    }

    static Feedback rated(Id id, Rating rating, int satisfiedFrom, TakenStep step) {
        return new Feedback(
                id,
                Via.RATING,
                true,
                rating.solved(),
                rating.stars() >= satisfiedFrom,
                rating.stars(),
                rating.text(),
                step.at(),
                step.by());
    }
}

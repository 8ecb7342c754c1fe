package io.quanmin.casework;

import io.quanmin.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call.
 *
 * @param solved whether the problem is solved; absent where nobody was reached, as are the others
 */
record Call(
        boolean reached,
        @Nullable Boolean solved,
        @Nullable Boolean satisfied,
        @Nullable String words) {

    Feedback feedback(Id id, Instant at, Id by) {
        return new Feedback(id, Feedback.Via.CALL, reached, solved, satisfied, null, words, at, by);
    }
}

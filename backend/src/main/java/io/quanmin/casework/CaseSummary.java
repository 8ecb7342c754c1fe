package io.quanmin.casework;

import io.quanmin.kernel.Id;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case in a list.
 *
 * @param supervised whether the working group keeps an eye on it; told to staff only
 * @param thumbnail of its first photo this viewer may see
 * @param solvedBy which citizen solved it, once that is found good; absent where none did
 * @param distance metres from the place asked about
 */
record CaseSummary(
        Id id,
        String number,
        long version,
        Named type,
        Named stage,
        String description,
        PlaceView place,
        @Nullable URI thumbnail,
        Instant reportedAt,
        @Nullable Instant dueAt,
        boolean overdue,
        boolean dangerous,
        boolean supervised,
        @Nullable Named unit,
        @Nullable Solver solvedBy,
        @Nullable Double distance) {

    /** A citizen who solved a case. */
    enum Solver {
        /** Whoever reported it, on the spot or later. */
        REPORTER,
        /** Somebody who claimed it. */
        NEIGHBOUR
    }
}

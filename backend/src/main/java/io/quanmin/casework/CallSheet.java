package io.quanmin.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody needs who calls a reporter back.
 *
 * @param name by which the reporter calls themselves
 * @param phone the whole number where the case is mine, else with its middle hidden; absent where they gave none
 * @param mine whether the viewer has taken the case in hand
 * @param said what was said before, the latest first
 */
record CallSheet(@Nullable String name, @Nullable String phone, boolean mine, List<SaidBefore> said) {

    /** What was said before. */
    record SaidBefore(
            Feedback.Via via,
            boolean reached,
            @Nullable Boolean solved,
            @Nullable Boolean satisfied,
            @Nullable Integer stars,
            @Nullable String words,
            Instant at) {

        static SaidBefore of(Feedback said) {
            return new SaidBefore(
                    said.via(), said.reached(), said.solved(), said.satisfied(), said.stars(), said.words(), said.at());
        }
    }
}

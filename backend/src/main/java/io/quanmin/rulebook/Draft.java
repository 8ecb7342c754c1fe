package io.quanmin.rulebook;

import io.quanmin.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The next version while people work on it.
 *
 * @param base the version it would follow, and is compared with
 * @param source the version its content began as: the base, or an older one that is brought back
 * @param version from 1; each change makes the next
 * @param content as it was written, sound or not
 * @param number what it became, once approved
 */
public record Draft(
        Id id,
        String name,
        int base,
        int source,
        long version,
        State state,
        JsonNode content,
        @Nullable Id author,
        Instant begunAt,
        Instant changedAt,
        @Nullable Integer number) {

    /** Where a draft is. */
    public enum State {
        /** People change it. */
        OPEN,
        /** It lies before the working group and stays as it is. */
        PROPOSED,
        /** It is a version. */
        APPROVED
    }
}

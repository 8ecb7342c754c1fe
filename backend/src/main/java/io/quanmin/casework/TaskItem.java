package io.quanmin.casework;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A case as work in a queue.
 *
 * @param hold who is at work on it; absent while nobody is
 * @param residents what volunteers say of it at its present stage; absent where nobody answered
 */
record TaskItem(
        @JsonUnwrapped CaseSummary summary,
        @Nullable HoldView hold,
        @Nullable Residents residents) {}

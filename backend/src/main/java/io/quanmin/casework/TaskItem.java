package io.quanmin.casework;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A case as work in a queue.
 *
 * @param hold who is at work on it; absent while nobody is
 */
record TaskItem(
        @JsonUnwrapped CaseSummary summary, @Nullable HoldView hold) {}

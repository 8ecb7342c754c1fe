package io.quanmin.approval;

import io.quanmin.kernel.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody took on at a meeting.
 *
 * @param meeting where, if it was at one
 * @param doneAt absent while it is open
 */
record Action(
        Id id,
        long version,
        String words,
        @Nullable Id owner,
        LocalDate dueOn,
        @Nullable Id meeting,
        Instant at,
        @Nullable Instant doneAt) {}

package io.quanmin.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step in a case's timeline.
 *
 * @param version of the case this step made, or in which its task was assigned to somebody
 * @param stage the case came to
 * @param by a role or unit in words; with the name for staff
 */
record TimelineEntry(
        long version,
        String step,
        String label,
        Named stage,
        Instant at,
        String by,
        @Nullable String note,
        @Nullable String reason,
        List<PhotoView> photos) {}

package io.quanmin.identity;

import io.quanmin.kernel.Id;
import java.time.Instant;

/**
 * Somebody away, and who stands in for them.
 *
 * @param mine whether the viewer is the one who is away
 * @param now whether it has begun
 */
record AbsenceView(
        Id id, Colleague staff, Colleague substitute, Instant from, Instant until, boolean mine, boolean now) {

    /** A member of staff by name. */
    record Colleague(Id id, String name) {}
}

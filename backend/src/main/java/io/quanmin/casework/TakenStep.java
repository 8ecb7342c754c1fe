package io.quanmin.casework;

import io.quanmin.kernel.Id;
import io.quanmin.rulebook.FlowTable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step that was taken: one row of a case's history.
 *
 * @param version of the case it made
 * @param by absent for the service itself, and once the person's account is erased
 * @param capacity a role, {@code REPORTER} or {@code SYSTEM}
 * @param type of the case afterwards; so are {@code linkage} and {@code dueAt}
 * @param hours of an extension asked for
 */
record TakenStep(
        long version,
        String name,
        String from,
        String to,
        Instant at,
        @Nullable Id by,
        String capacity,
        @Nullable Id byUnit,
        @Nullable String note,
        @Nullable String reason,
        String type,
        Linkage linkage,
        @Nullable Instant dueAt,
        @Nullable Integer hours) {

    /** Who was to solve it afterwards. */
    @Nullable
    Id unit() {
        return linkage.unit();
    }

    /** Whether the case stayed where it was: at its stage, and in the same hands. */
    boolean stayed() {
        return from.equals(to) && !name.equals(Rising.RISE);
    }

    /** A step the service takes by itself. */
    static TakenStep automatic(FlowTable.Step step, Standing after, Instant at) {
        return automatic(step, after, at, null);
    }

    /** @param why for the timeline */
    static TakenStep automatic(FlowTable.Step step, Standing after, Instant at, @Nullable String why) {
        return new TakenStep(
                after.version(),
                step.name(),
                step.from(),
                step.to(),
                at,
                null,
                FlowTable.Step.SYSTEM,
                null,
                why,
                null,
                after.type(),
                after.linkage(),
                after.dueAt(),
                null);
    }

    /** The same for a reason. */
    TakenStep because(@Nullable String why) {
        return new TakenStep(version, name, from, to, at, by, capacity, byUnit, note, why, type, linkage, dueAt, hours);
    }
}

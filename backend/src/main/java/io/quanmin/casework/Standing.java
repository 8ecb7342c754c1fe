package io.quanmin.casework;

import io.quanmin.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a case stands: what steps change.
 *
 * @param version from 1; each step makes the next
 * @param dangerous of the type, kept beside it
 * @param dueAt by when this stage must be left; absent where nobody is bound
 * @param alarmAt when the clock is looked at next; absent where no alarm is to come
 * @param unit who is to solve it, once dispatched
 * @param mergedInto the case that goes on in its place
 */
record Standing(
        long version,
        String stage,
        String type,
        boolean dangerous,
        String description,
        Screening screening,
        @Nullable Instant dueAt,
        @Nullable Instant alarmAt,
        @Nullable Id unit,
        @Nullable Id mergedInto,
        @Nullable Rating rating) {

    Standing at(String nextStage, @Nullable Instant nextDue) {
        return new Standing(
                version + 1,
                nextStage,
                type,
                dangerous,
                description,
                screening,
                nextDue,
                alarmAt,
                unit,
                mergedInto,
                rating);
    }

    Standing typed(String newType, boolean nowDangerous) {
        return new Standing(
                version,
                stage,
                newType,
                nowDangerous,
                description,
                screening,
                dueAt,
                alarmAt,
                unit,
                mergedInto,
                rating);
    }

    Standing screened(String newDescription, Screening verdict) {
        return new Standing(
                version, stage, type, dangerous, newDescription, verdict, dueAt, alarmAt, unit, mergedInto, rating);
    }

    Standing with(@Nullable Id newUnit) {
        return new Standing(
                version, stage, type, dangerous, description, screening, dueAt, alarmAt, newUnit, mergedInto, rating);
    }

    Standing merged(@Nullable Id into) {
        return new Standing(
                version, stage, type, dangerous, description, screening, dueAt, alarmAt, unit, into, rating);
    }

    Standing rated(Rating given) {
        return new Standing(
                version, stage, type, dangerous, description, screening, dueAt, alarmAt, unit, mergedInto, given);
    }

    Standing alarmed(@Nullable Instant next) {
        return new Standing(
                version, stage, type, dangerous, description, screening, dueAt, next, unit, mergedInto, rating);
    }
}

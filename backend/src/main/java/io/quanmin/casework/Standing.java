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
 * @param linkage in whose hands it is, and how it came there
 * @param mergedInto the case that goes on in its place
 * @param answer the official public answer (公开答复); absent until one is given
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
        Linkage linkage,
        @Nullable Id mergedInto,
        @Nullable Rating rating,
        @Nullable String answer) {

    /** Who is to solve it, once dispatched. */
    @Nullable
    Id unit() {
        return linkage.unit();
    }

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
                linkage,
                mergedInto,
                rating,
                answer);
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
                linkage,
                mergedInto,
                rating,
                answer);
    }

    Standing screened(String newDescription, Screening verdict) {
        return new Standing(
                version,
                stage,
                type,
                dangerous,
                newDescription,
                verdict,
                dueAt,
                alarmAt,
                linkage,
                mergedInto,
                rating,
                answer);
    }

    Standing with(Linkage next) {
        return new Standing(
                version,
                stage,
                type,
                dangerous,
                description,
                screening,
                dueAt,
                alarmAt,
                next,
                mergedInto,
                rating,
                answer);
    }

    Standing with(@Nullable Id newUnit) {
        return with(linkage.with(newUnit));
    }

    Standing merged(@Nullable Id into) {
        return new Standing(
                version, stage, type, dangerous, description, screening, dueAt, alarmAt, linkage, into, rating, answer);
    }

    Standing rated(@Nullable Rating given) {
        return new Standing(
                version,
                stage,
                type,
                dangerous,
                description,
                screening,
                dueAt,
                alarmAt,
                linkage,
                mergedInto,
                given,
                answer);
    }

    Standing answered(@Nullable String words) {
        return new Standing(
                version,
                stage,
                type,
                dangerous,
                description,
                screening,
                dueAt,
                alarmAt,
                linkage,
                mergedInto,
                rating,
                words);
    }

    Standing alarmed(@Nullable Instant next) {
        return new Standing(
                version,
                stage,
                type,
                dangerous,
                description,
                screening,
                dueAt,
                next,
                linkage,
                mergedInto,
                rating,
                answer);
    }
}

package io.quanmin.casework;

import io.quanmin.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a case stands: what steps change.
 *
 * @param version from 1; each step makes the next
 * @param linkage in whose hands it is, and how it came there
 */
record Standing(long version, String stage, Matter matter, Times times, Linkage linkage, Outcome outcome) {

    /**
     * What it is about.
     *
     * @param dangerous of the type, kept beside it
     */
    record Matter(String type, boolean dangerous, String description, Screening screening) {

        Matter typed(String newType, boolean nowDangerous) {
            return new Matter(newType, nowDangerous, description, screening);
        }

        Matter screened(String newDescription, Screening verdict) {
            return new Matter(type, dangerous, newDescription, verdict);
        }
    }

    /**
     * When something is to happen.
     *
     * @param dueAt by when this stage must be left; absent where nobody is bound
     * @param alarmAt when the clock is looked at next; absent where no alarm is to come
     */
    record Times(@Nullable Instant dueAt, @Nullable Instant alarmAt) {

        Times due(@Nullable Instant next) {
            return new Times(next, alarmAt);
        }

        Times alarmed(@Nullable Instant next) {
            return new Times(dueAt, next);
        }
    }

    /**
     * What came of it.
     *
     * @param mergedInto the case that goes on in its place
     * @param answer the official public answer (公开答复); absent until one is given
     */
    record Outcome(
            @Nullable Id mergedInto,
            @Nullable Rating rating,
            @Nullable String answer) {

        static final Outcome NONE = new Outcome(null, null, null);

        Outcome merged(@Nullable Id into) {
            return new Outcome(into, rating, answer);
        }

        Outcome rated(@Nullable Rating given) {
            return new Outcome(mergedInto, given, answer);
        }

        Outcome answered(@Nullable String words) {
            return new Outcome(mergedInto, rating, words);
        }
    }

    String type() {
        return matter.type();
    }

    boolean dangerous() {
        return matter.dangerous();
    }

    String description() {
        return matter.description();
    }

    Screening screening() {
        return matter.screening();
    }

    @Nullable
    Instant dueAt() {
        return times.dueAt();
    }

    @Nullable
    Instant alarmAt() {
        return times.alarmAt();
    }

    @Nullable
    Id mergedInto() {
        return outcome.mergedInto();
    }

    @Nullable
    Rating rating() {
        return outcome.rating();
    }

    @Nullable
    String answer() {
        return outcome.answer();
    }

    /** Who is to solve it, once dispatched. */
    @Nullable
    Id unit() {
        return linkage.unit();
    }

    Standing at(String nextStage, @Nullable Instant nextDue) {
        return new Standing(version + 1, nextStage, matter, times.due(nextDue), linkage, outcome);
    }

    Standing typed(String newType, boolean nowDangerous) {
        return with(matter.typed(newType, nowDangerous));
    }

    Standing screened(String newDescription, Screening verdict) {
        return with(matter.screened(newDescription, verdict));
    }

    private Standing with(Matter next) {
        return new Standing(version, stage, next, times, linkage, outcome);
    }

    Standing with(Linkage next) {
        return new Standing(version, stage, matter, times, next, outcome);
    }

    Standing with(@Nullable Id newUnit) {
        return with(linkage.with(newUnit));
    }

    Standing merged(@Nullable Id into) {
        return with(outcome.merged(into));
    }

    Standing rated(@Nullable Rating given) {
        return with(outcome.rated(given));
    }

    Standing answered(@Nullable String words) {
        return with(outcome.answered(words));
    }

    private Standing with(Outcome next) {
        return new Standing(version, stage, matter, times, linkage, next);
    }

    Standing alarmed(@Nullable Instant next) {
        return new Standing(version, stage, matter, times.alarmed(next), linkage, outcome);
    }
}

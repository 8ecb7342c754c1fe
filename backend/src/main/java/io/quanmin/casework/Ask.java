package io.quanmin.casework;

import io.quanmin.kernel.Id;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One volunteer asked about one case, once.
 *
 * @param person absent once they left
 * @param invited whether they were asked; else they offered to look
 */
record Ask(
        Id id,
        Id caseId,
        Round round,
        @Nullable Id person,
        boolean invited,
        Instant askedAt,
        @Nullable Answered answered) {

    /** Whether it may still be answered while a case stands so. */
    boolean open(Standing now, Instant at) {
        return round.open(now, at);
    }

    /**
     * The time a case spends at a stage at which volunteers are asked.
     *
     * @param version of the case, as the step to that stage made it
     * @param closedAt when the case moved on
     */
    record Round(
            long version,
            About about,
            Instant openedAt,
            Instant endsAt,
            @Nullable Instant closedAt) {

        boolean open(Standing now, Instant at) {
            return closedAt == null && at.isBefore(endsAt) && now.stage().equals(about.stage());
        }
    }

    /**
     * What somebody answered.
     *
     * @param distance metres between the case and where it was given, where they said
     * @param weight in the review
     */
    record Answered(
            About.Answer answer,
            Instant at,
            @Nullable String note,
            List<Id> photos,
            @Nullable Double distance,
            double weight) {

        Answered {
            photos = List.copyOf(photos);
        }
    }
}

package io.quanmin.volunteer;

import io.quanmin.kernel.GeoPoint;
import io.quanmin.kernel.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who enrolled.
 *
 * @param number of their card, which nobody can guess
 * @param passedAt when they passed the quiz; absent while they learn
 * @param pausedUntil the day they are asked again from
 * @param answered how many asks they answered
 */
record Volunteer(
        Id person,
        String number,
        Wish wish,
        Instant joinedAt,
        @Nullable Instant passedAt,
        @Nullable LocalDate pausedUntil,
        int answered) {

    State state(LocalDate today) {
        if (passedAt == null) {
            return State.LEARNING;
        }
        return pausedUntil != null && pausedUntil.isAfter(today) ? State.PAUSED : State.SERVING;
    }

    /** How somebody stands. */
    enum State {
        /** Not enrolled. */
        NONE,
        /** Enrolled; the quiz is still to be passed. */
        LEARNING,
        /** May be asked. */
        SERVING,
        PAUSED
    }

    /**
     * What they care for.
     *
     * @param areas codes of streets and communities
     * @param kinds codes of major classes of problems
     * @param point chosen by themselves on a map, WGS-84; never where they are
     */
    record Wish(
            List<String> areas,
            List<String> kinds,
            @Nullable GeoPoint point) {

        Wish {
            areas = List.copyOf(areas);
            kinds = List.copyOf(kinds);
        }
    }
}

package io.quanmin.volunteer;

import io.quanmin.kernel.GeoPoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How somebody stands as a volunteer.
 *
 * @param name by which the card calls them
 * @param point in the datum of the phones' maps
 * @param since when they passed the quiz
 * @param number of their card, once they passed
 * @param quizAgain when the quiz may be taken again, for who failed just now
 */
record Membership(
        Volunteer.State state,
        String name,
        List<Named> areas,
        List<Named> kinds,
        @Nullable GeoPoint point,
        @Nullable Instant since,
        @Nullable String number,
        @Nullable LocalDate pausedUntil,
        int answered,
        @Nullable Instant quizAgain) {

    static Membership none(String name, @Nullable Instant quizAgain) {
        return new Membership(Volunteer.State.NONE, name, List.of(), List.of(), null, null, null, null, 0, quizAgain);
    }

    /** A code and what people call it. */
    record Named(String code, String name) {}
}

package io.quanmin.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What volunteers were asked about a case and how many answered what.
 *
 * @param open whether answers may still come
 * @param weight of those who said yes; for staff
 * @param answers each; for staff
 */
record AskingView(
        About about,
        Instant at,
        boolean open,
        int asked,
        int yes,
        int no,
        int cannotFind,
        @Nullable Double weight,
        @Nullable List<GivenAnswer> answers) {

    /**
     * One answer.
     *
     * @param name by which the volunteer calls themselves; absent for who has left or has no name
     * @param distance metres from the case, where they said
     * @param invited whether they were asked; else they offered to look
     */
    record GivenAnswer(
            About.Answer answer,
            Instant at,
            @Nullable String name,
            @Nullable String note,
            List<PhotoView> photos,
            @Nullable Double distance,
            double weight,
            boolean invited) {}
}

package io.quanmin.approval;

import io.quanmin.kernel.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of the working group.
 *
 * @param decisions in order; people name them by their number, from 1
 * @param signedAt when the head signed the minutes, from when on they stay as they are
 */
record Meeting(
        Id id,
        long version,
        LocalDate heldOn,
        String title,
        String agenda,
        String minutes,
        List<String> decisions,
        @Nullable Id author,
        Instant at,
        @Nullable Instant signedAt,
        @Nullable Id signer) {

    Meeting {
        decisions = List.copyOf(decisions);
    }

    boolean signed() {
        return signedAt != null;
    }

    Meeting rewritten(Meeting as) {
        return new Meeting(
                id,
                version + 1,
                as.heldOn,
                as.title,
                as.agenda,
                as.minutes,
                as.decisions,
                author,
                at,
                signedAt,
                signer);
    }

    Meeting signed(Id by, Instant when) {
        return new Meeting(id, version + 1, heldOn, title, agenda, minutes, decisions, author, at, when, by);
    }
}

package io.quanmin.approval;

import io.quanmin.kernel.Id;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's time in the working group.
 *
 * @param person absent once their account was erased
 * @param head whether they lead it
 * @param duty what they stand for, in words
 * @param until the first day they no longer belong to it; absent while no end is set
 */
record Member(
        Id id,
        @Nullable Id person,
        boolean head,
        String duty,
        LocalDate from,
        @Nullable LocalDate until) {

    boolean belongs(LocalDate day) {
        return !from.isAfter(day) && (until == null || until.isAfter(day));
    }
}

package io.quanmin.approval;

import io.quanmin.kernel.Id;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who is to belong to the working group.
 *
 * @param from today where it is absent
 * @param until the first day they no longer belong to it; none for the head, who is followed by another
 */
record Appointment(
        Id person,
        boolean head,
        String duty,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {}

package io.quanmin.volunteer;

import io.quanmin.kernel.Id;
import io.quanmin.outbox.EventName;

/** What happened to volunteers, for the modules above. */
public sealed interface VolunteerEvent {

    /** Somebody serves no longer: what they answered goes on without them. */
    @EventName("volunteer.left")
    record Left(Id person) implements VolunteerEvent {}
}

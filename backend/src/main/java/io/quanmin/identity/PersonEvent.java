package io.quanmin.identity;

import io.quanmin.kernel.Id;
import io.quanmin.outbox.EventName;

/** What happened to people's accounts. */
public sealed interface PersonEvent {

    /** A session was ended: by the person, by staff or with the account. Its sockets must close. */
    @EventName("identity.session-ended")
    record SessionEnded(Id person, Id session) implements PersonEvent {}

    /** Somebody came for the first time. */
    @EventName("identity.joined")
    record Joined(Id person) implements PersonEvent {}

    /** An account turned out to be another person's; {@link PersonalData#merge} has handed everything over. */
    @EventName("identity.merged")
    record Merged(Id person, Id into) implements PersonEvent {}

    /** An account was erased. */
    @EventName("identity.erased")
    record Erased(Id person) implements PersonEvent {}
}

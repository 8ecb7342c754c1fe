package io.quanmin.casework;

import io.quanmin.kernel.Id;
import io.quanmin.outbox.EventName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to cases, for the modules above. */
public sealed interface CaseEvent {

    /** A case moved by a step; {@code reported} is the first. */
    @EventName("casework.stepped")
    record Stepped(
            Id caseId,
            long version,
            String step,
            @Nullable String from,
            String to,
            String type,
            String area,
            Instant at)
            implements CaseEvent {}
}

package io.quanmin.casework;

import io.quanmin.kernel.Id;
import io.quanmin.outbox.EventName;
import java.time.Instant;
import java.util.List;
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

    /**
     * A citizen solved a case, and the result was found good.
     *
     * @param solver a person's id
     * @param own whether it is the case's reporter
     */
    @EventName("casework.solved")
    record Solved(Id caseId, long version, String type, String area, Id solver, boolean own, Instant at)
            implements CaseEvent {}

    /**
     * A case was closed: whom it is owed to.
     *
     * @param reporters everybody who reported it, each with the case they made: its own, and those merged into it by then. One that is
     *     made a case of its own again, which {@link Stepped} says by the step {@code unmerge}, is closed by itself
     */
    @EventName("casework.closed")
    record Closed(Id caseId, long version, String type, String area, List<Reported> reporters, Instant at)
            implements CaseEvent {

        /** Who made which case. */
        public record Reported(Id caseId, Id person) {}
    }

    /** A volunteer answered whether a report is true or a repair was made, or changed their answer. */
    @EventName("casework.answered")
    record Answered(Id caseId, Id ask) implements CaseEvent {}

    /**
     * Within a unit it was said who sees to its task in a case, or that nobody does.
     *
     * @param version of the case, which that does not change; so is {@code stage}
     */
    @EventName("casework.assigned")
    record Assigned(Id caseId, long version, String stage, String area, Instant at) implements CaseEvent {}
}

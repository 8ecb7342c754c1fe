package io.quanmin.casework;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case as work, in a queue or on a desk.
 *
 * @param hold who is at work on it; absent while nobody is
 * @param residents what volunteers say of it at its present stage; absent where nobody answered
 * @param soon whether its time is almost over: every alarm ahead of the end has gone off
 * @param urged how often its reporter urged
 * @param supporters how many others met the same problem
 * @param task what the viewer's unit has to do in it, where many were called
 * @param assignee who of the viewer's unit sees to it, or of the unit that has it; absent while nobody does
 */
record TaskItem(
        @JsonUnwrapped CaseSummary summary,
        @Nullable HoldView hold,
        @Nullable Residents residents,
        boolean soon,
        long urged,
        long supporters,
        @Nullable OwnTask task,
        @Nullable AssigneeView assignee) {

    /**
     * The task of the viewer's unit among those of many.
     *
     * @param overdue whether it was not done in time
     */
    record OwnTask(ChildTask.Part part, ChildTask.State state, Instant dueAt, boolean overdue) {}
}

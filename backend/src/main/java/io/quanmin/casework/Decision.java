package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a move: taken or refused. */
sealed interface Decision {

    /**
     * It is taken.
     *
     * @param next the case afterwards
     * @param steps the step, and any that the service takes right after it by itself; oldest first
     * @param checked how the result stood that was brought, where one was
     * @param tasks of called units that are otherwise than before
     */
    record Taken(CaseFile next, List<TakenStep> steps, Result.@Nullable Checked checked, List<ChildTask> tasks)
            implements Decision {

        Taken(CaseFile next, List<TakenStep> steps, List<ChildTask> tasks) {
            this(next, steps, null, tasks);
        }

        Taken with(Result.Checked result) {
            return new Taken(next, steps, result, tasks);
        }
    }

    /** It is not, and nothing is written down. */
    record Refused(Problem problem) implements Decision {}
}

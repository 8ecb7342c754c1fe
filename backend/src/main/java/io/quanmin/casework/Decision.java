package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import java.util.List;

/** What becomes of a move: taken or refused. */
sealed interface Decision {

    /**
     * It is taken.
     *
     * @param next the case afterwards
     * @param steps the step, and any that the service takes right after it by itself; oldest first
     */
    record Taken(CaseFile next, List<TakenStep> steps) implements Decision {}

    /** It is not, and nothing is written down. */
    record Refused(Problem problem) implements Decision {}
}

package io.quanmin.casework;

import io.quanmin.kernel.Id;

/**
 * A photo of a case.
 *
 * @param caseId whose
 * @param version of the case that the step made with which it came
 */
record CasePhoto(Id caseId, Id photo, long version, Kind kind) {

    /** What it shows. */
    enum Kind {
        /** The problem, by its reporter. */
        PROBLEM,
        /** The problem as it was before, by who is about to solve it. */
        BEFORE,
        /** The result, by who handled it. */
        RESULT,
        /** What a verifier found. */
        CHECK;

        static Kind of(Move move) {
            return switch (move) {
                case Move.Supplement supplement -> PROBLEM;
                case Move.Reopen reopening -> PROBLEM;
                case Move.Finish finish -> RESULT;
                case Move.Solve solve -> RESULT;
                case Move.ReportTask report -> RESULT;
                default -> CHECK;
            };
        }
    }
}

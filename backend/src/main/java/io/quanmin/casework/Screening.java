package io.quanmin.casework;

import io.quanmin.wechat.Suggestion;

/** How the reporter's words stand before the content check; from best to worst. */
enum Screening {
    PASSED,
    /** They could not be checked: a person must read them before the public does. */
    UNSCREENED,
    /** The check doubts them: flagged for the reviewer. */
    DOUBTFUL;

    /** Of two texts the worse. */
    Screening and(Screening other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Of a suggestion that is not {@link Suggestion#RISKY}. */
    static Screening of(Suggestion suggestion) {
        return switch (suggestion) {
            case PASS -> PASSED;
            case UNSCREENED -> UNSCREENED;
            case REVIEW, RISKY -> DOUBTFUL;
        };
    }
}

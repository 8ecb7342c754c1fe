package io.quanmin.rulebook;

import io.quanmin.rulebook.ProblemType.Difficulty;
import java.util.Set;

/**
 * How hard a case is by rule, and which way it should go; a reviewer decides.
 *
 * @param before cases of the type solved around the place before
 */
public record Proposal(Difficulty difficulty, LinkageMode mode, Set<Why> why, long before) {

    public Proposal {
        why = Set.copyOf(why);
    }

    /** What speaks for it. */
    public enum Why {
        /** Such a problem is usually so. */
        TYPE,
        /** At this place such a problem is. */
        PLACE,
        /** It was solved here before and came back. */
        RECURRING,
        /** It was reopened. */
        REOPENED
    }
}

package io.quanmin.approval;

import java.util.Set;

/**
 * What somebody may review.
 *
 * @param all whatever the type: nobody has said which
 * @param types else only these, by code; none of them where the working group took away the last
 */
public record Qualification(boolean all, Set<String> types) {

    /** Every type of problem. */
    public static final Qualification ALL = new Qualification(true, Set.of());

    public Qualification {
        types = Set.copyOf(types);
    }

    /** These types and no others. */
    public static Qualification only(Set<String> types) {
        return new Qualification(false, types);
    }

    /** Whether a type of problem is among what they may review. */
    public boolean covers(String type) {
        return all || types.contains(type);
    }
}

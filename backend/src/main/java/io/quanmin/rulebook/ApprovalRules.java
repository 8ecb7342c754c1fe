package io.quanmin.rulebook;

import java.util.Set;

/**
 * What a proposal needs.
 *
 * @param approvers how many different persons, at least two
 * @param headFor sections that change only when the head of the working group is one of them
 */
public record ApprovalRules(int approvers, Set<String> headFor) {

    /** Less than two is no approval. */
    static final int LEAST = 2;

    public ApprovalRules {
        headFor = Set.copyOf(headFor);
    }
}

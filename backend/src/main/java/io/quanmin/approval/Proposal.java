package io.quanmin.approval;

import io.quanmin.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A draft of the rules before the working group.
 *
 * @param version from 1; each vote makes the next
 * @param name of the draft
 * @param base the version it would follow
 * @param approvers how many different persons must approve
 * @param headNeeded whether the head must be one of them
 * @param effectiveFrom when it is to take effect; once approved, when it does
 * @param basis why, and what was talked about
 * @param meeting whose decision it carries out
 * @param decision number of that decision in its minutes, from 1
 * @param reason why it was declined or withdrawn
 * @param number what it became
 */
record Proposal(
        Id id,
        long version,
        State state,
        Id draft,
        String name,
        int base,
        int approvers,
        boolean headNeeded,
        Instant effectiveFrom,
        String basis,
        Id meeting,
        int decision,
        @Nullable Id proposer,
        Instant at,
        @Nullable String reason,
        @Nullable Integer number) {

    Proposal settled(State next, @Nullable String why) {
        return with(next, effectiveFrom, why, number);
    }

    Proposal approved(Instant from, int became) {
        return with(State.APPROVED, from, null, became);
    }

    Proposal voted() {
        return with(state, effectiveFrom, reason, number);
    }

    private Proposal with(State next, Instant from, @Nullable String why, @Nullable Integer became) {
        return new Proposal(
                id,
                version + 1,
                next,
                draft,
                name,
                base,
                approvers,
                headNeeded,
                from,
                basis,
                meeting,
                decision,
                proposer,
                at,
                why,
                became);
    }

    /** Where a proposal is. */
    enum State {
        OPEN,
        APPROVED,
        DECLINED,
        WITHDRAWN
    }

    /**
     * One person's approval.
     *
     * @param head whether they led the working group then
     */
    record Vote(@Nullable Id person, boolean head, Instant at) {}
}

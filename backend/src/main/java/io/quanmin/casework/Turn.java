package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's turn at a case.
 *
 * @param version of the case they looked at
 */
record Turn(Actor actor, Command command, Id caseId, long version, Move move) {

    /** What a citizen wrote that others will read, or staff for the public; other words of staff they answer for by name. */
    @Nullable
    String wordsForOthers() {
        return switch (move) {
            case Move.Supplement supplement -> supplement.words();
            case Move.ObjectTo objection -> objection.reason();
            case Move.Urge urge -> urge.reason();
            case Move.Solve solve -> solve.note();
            case Move.GiveBack back -> back.reason();
            case Move.Withdraw withdrawal -> withdrawal.reason();
            case Move.Reopen reopening -> reopening.reason();
            case Move.Finish finish -> finish.answer();
            case Move.Pass pass -> pass.answer();
            case Move.Approve approval -> approval.answer();
            case Move.Rate rate -> rate.rating().text();
            default -> null;
        };
    }

    /** Whether what somebody looked at still holds. A claim asks only that the case is on offer, whatever happened meanwhile. */
    boolean holds(Facts facts) {
        return move instanceof Move.Claim || facts.stoodSince(version);
    }

    /** The same at a later version. */
    Turn at(long later) {
        return new Turn(actor, command, caseId, later, move);
    }
}

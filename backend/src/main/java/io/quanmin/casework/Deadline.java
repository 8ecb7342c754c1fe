package io.quanmin.casework;

import io.quanmin.rulebook.FlowTable;
import io.quanmin.rulebook.ProblemType;
import io.quanmin.rulebook.TimeLimit;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** By when a stage must be left, after a move came to it. */
record Deadline(Facts facts, Move move, Instant now) {

    /** A step that stays leaves the deadline as it is, but for an extension. */
    @Nullable
    Instant of(FlowTable.Step step, Standing changed) {
        return switch (move) {
            case Move.GrantExtension grant -> extended(changed);
            case Move.Shelve shelve -> facts.rules().calendar().firstOpening(shelve.until());
            case Move.GiveBack back -> new Claiming(facts, now).due(step, changed);
            case Move.Whistle whistle -> new Whistling(facts, now).whole();
            case Move.CallMore more when !step.stays() -> new Whistling(facts, now).whole();
            default -> step.stays() ? changed.dueAt() : due(changed, step.to());
        };
    }

    private @Nullable Instant due(Standing changed, String stage) {
        ProblemType type = facts.rules().type(changed.type()).orElseThrow();
        return facts.rules()
                .due(type, changed.linkage().difficulty(), stage, now)
                .orElse(null);
    }

    /** From the old deadline on, or from now where that has passed. */
    private Instant extended(Standing standing) {
        int hours = facts.extensionAsked().map(TakenStep::hours).orElseThrow();
        Instant due = standing.dueAt();
        Instant from = due == null || due.isBefore(now) ? now : due;
        TimeLimit.Clock clock =
                facts.rules().clock(facts.type(), standing.linkage().difficulty(), "finish");
        return new TimeLimit(Duration.ofHours(hours), clock)
                .endsAt(from, facts.rules().calendar());
    }
}

package io.quanmin.casework;

import io.quanmin.rulebook.VolunteerRules;
import java.util.List;
import java.util.Optional;

/** What the service concludes from answers. Facts in, a move out. */
final class Conclusion {

    private Conclusion() {}

    /** That the report is true; empty where the rule is not content, and where a person has to decide anyway. */
    static Optional<Move> of(Facts facts, Ask.Round round, Tally tally) {
        VolunteerRules.Enough rule = facts.rules().volunteers().enough();
        boolean certain = round.about() == About.REPORT
                && facts.subject().now().stage().equals(round.about().stage())
                && !facts.subject().now().dangerous()
                && tally.confirms(rule);
        return certain
                ? Optional.of(
                        new Move.Confirm(rule.note().replace("{count}", Integer.toString(tally.yes())), List.of()))
                : Optional.empty();
    }
}

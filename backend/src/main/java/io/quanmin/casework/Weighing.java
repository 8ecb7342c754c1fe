package io.quanmin.casework;

import io.quanmin.rulebook.VolunteerRules;
import org.jspecify.annotations.Nullable;

/** What an answer weighs. Facts in, weight out. */
final class Weighing {

    private Weighing() {}

    /**
     * @param distance metres from the case, where they said
     * @param past how their answers turned out until now
     */
    static double weight(
            VolunteerRules.Weights rule,
            boolean photo,
            @Nullable Double distance,
            boolean supporter,
            boolean invited,
            AskTable.Past past) {
        double near = distance != null && distance <= rule.nearMetres() ? rule.near() : 0;
        double share =
                past.settled() > 0 && past.settled() >= rule.settled() ? (double) past.agreed() / past.settled() : 0;
        double sum = rule.answer() + (photo ? rule.photo() : 0) + near + rule.agreement() * share;
        return sum * (supporter ? rule.supporter() : 1) * (invited ? 1 : rule.unasked());
    }
}

package io.quanmin.rulebook;

import java.time.Duration;

/**
 * When a type or a unit is suggested, and how often the model learns.
 *
 * @param threshold probability below which nothing is suggested
 * @param beside probability from which further types are named beside the likeliest
 * @param most types at once; none where nothing is suggested
 * @param every how often the model learns anew
 * @param kept versions of the model
 * @param decisions of reviewers it learns from, the newest ones
 * @param leastForUnits decisions from which on it learns units
 */
public record SuggestionRules(
        double threshold, double beside, int most, Duration every, int kept, int decisions, int leastForUnits) {

    /** Whether anything is ever suggested. */
    public boolean speaks() {
        return most > 0;
    }
}

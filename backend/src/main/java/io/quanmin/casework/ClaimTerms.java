package io.quanmin.casework;

import io.quanmin.rulebook.ClaimRules;
import io.quanmin.rulebook.TimeLimit;
import java.time.Duration;
import java.util.List;

/**
 * What citizens who solve cases should know beforehand.
 *
 * @param atOnce how many claims one may hold
 * @param holdHours how long a claim holds
 * @param metres how near photos must be taken
 * @param photoHours how old they may be when they are sent
 * @param unproven what becomes of a result one of whose photos says nothing of its place or time
 * @param solvedOnTheSpot codes of types of which a report may say that it is solved already
 */
record ClaimTerms(
        int atOnce,
        long holdHours,
        long metres,
        long photoHours,
        ClaimRules.Doubt unproven,
        List<String> solvedOnTheSpot) {

    static ClaimTerms of(ClaimRules rules) {
        Duration hold = rules.limit("lapse").map(TimeLimit::length).orElse(Duration.ZERO);
        return new ClaimTerms(
                rules.atOnce(),
                hold.toHours(),
                Math.round(rules.proof().metres()),
                rules.proof().age().toHours(),
                rules.proof().unproven(),
                rules.solvedOnTheSpot().stream().sorted().toList());
    }
}

package io.quanmin.suggestion;

import io.quanmin.rulebook.ProblemType;
import io.quanmin.rulebook.Rules;
import io.quanmin.rulebook.SuggestionRules;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was learned at one time.
 *
 * @param version from 1
 * @param units tells the unit where the rulebook is not certain; absent while too little was decided to learn that from
 */
record Model(int version, Classifier types, @Nullable Classifier units) {

    /** What a problem may be by the rules in force; nothing when the likeliest is not likely enough. */
    List<Likely> likely(List<String> features, Rules rules) {
        SuggestionRules rule = rules.suggestions();
        List<Likely> known = types.classify(features).stream()
                .filter(likely -> rules.type(likely.code()).isPresent())
                .limit(rule.most())
                .toList();
        return known.isEmpty() || known.getFirst().probability() < rule.threshold()
                ? List.of()
                : known.stream()
                        .filter(likely -> likely.probability() >= rule.beside())
                        .toList();
    }

    /**
     * The unit for a type somewhere: the rulebook's where it is certain or nothing better was learned.
     *
     * @param known features with the type
     */
    Optional<Likely> unit(ProblemType type, String area, List<String> known, Rules rules) {
        Optional<Likely> ruled =
                rules.unit(type, area, io.quanmin.place.Division.Level.DISTRICT).map(unit -> new Likely(unit, 1));
        return type.certain() || units == null
                ? ruled
                : Optional.of(units.classify(known).getFirst())
                        .filter(likely ->
                                likely.probability() >= rules.suggestions().threshold())
                        .or(() -> ruled);
    }
}

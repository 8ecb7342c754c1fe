package io.quanmin.rulebook;

import io.quanmin.kernel.Id;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Whoever works by the rules says what other rules would change for what is under way. */
public interface RuleImpact {

    /** What would be otherwise under a draft, though what is under way keeps the version it began under. Writes nothing. */
    Mono<Impact> impact(Rules draft);

    /**
     * What would be otherwise.
     *
     * @param subject what was looked at, in words
     * @param looked how many
     * @param all whether that is all there is
     * @param changed how many of them would be otherwise
     * @param kinds how many by kind, in words such as 时限
     * @param examples some of them
     */
    record Impact(
            String subject, int looked, boolean all, int changed, Map<String, Integer> kinds, List<Example> examples) {}

    /** One that would be otherwise, in words. */
    record Example(
            Id id,
            String number,
            String name,
            String kind,
            @Nullable String before,
            @Nullable String after) {}
}

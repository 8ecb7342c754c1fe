package io.quanmin.rulebook;

import io.quanmin.place.Division;
import io.quanmin.rulebook.ProblemType.Difficulty;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How rules deal with a type of problem at a place: how hard it is, by which way it goes, who answers for it at each level of the
 * city and how long each has. Made to be held against the same under other rules.
 *
 * @param words thing by thing, in the words people use
 */
public record Treatment(Map<String, String> words) {

    static final String NONE = "无";

    private static final Wordbook WORDS = new Wordbook(Map.of());

    /**
     * Under some rules.
     *
     * @param area code of the place's division; empty for wherever no row says otherwise
     * @param units names by code
     */
    public static Treatment of(Rules rules, ProblemType type, String area, Map<String, String> units) {
        LinkageRules linkage = rules.linkage();
        Proposal proposal = linkage.propose(type, area, 0, false);
        Map<String, String> words = new LinkedHashMap<>();
        words.put("难度", WORDS.name(proposal.difficulty().name()));
        words.put("联动方式", WORDS.name(proposal.mode().name()));
        words.put("起始层级", level(linkage.begins(type.code(), proposal.difficulty())));
        for (Division.Level level : Division.Level.values()) {
            String unit = rules.unit(type, area, level)
                    .map(code -> units.getOrDefault(code, code))
                    .orElse(NONE);
            words.put(level == Division.Level.DISTRICT ? "责任单位" : level(level) + "责任单位", unit);
            words.put(level(level) + "时限", limit(linkage.limit(level, type.dangerous())));
        }
        words.put("联办时限", limit(whole(linkage.whistle(), type)));
        return new Treatment(words);
    }

    private static Optional<TimeLimit> whole(LinkageRules.Whistle whistle, ProblemType type) {
        return Optional.of(type.dangerous() ? whistle.danger() : whistle.whole())
                .filter(limit -> whistle.most() > 0);
    }

    /** Each thing that is otherwise in another, in words. */
    public List<Otherwise> against(Treatment other) {
        Set<String> things = new LinkedHashSet<>(words.keySet());
        things.addAll(other.words.keySet());
        return things.stream()
                .map(thing ->
                        new Otherwise(thing, words.getOrDefault(thing, NONE), other.words.getOrDefault(thing, NONE)))
                .filter(each -> !Objects.equals(each.before(), each.after()))
                .toList();
    }

    /** One thing that is otherwise. */
    public record Otherwise(String thing, String before, String after) {

        String line() {
            return thing + "：" + before + " → " + after;
        }
    }

    /** All steps for which a type has limits, and for which difficulties beside all. */
    static Map<String, String> limits(ProblemType type) {
        Map<String, String> limits = new LinkedHashMap<>();
        type.limits().forEach((step, limit) -> limits.put(step, Wordbook.limit(limit)));
        for (Difficulty difficulty : Difficulty.values()) {
            type.byDifficulty()
                    .getOrDefault(difficulty, Map.of())
                    .forEach((step, limit) -> limits.put(step + "/" + difficulty, Wordbook.limit(limit)));
        }
        return limits;
    }

    static String level(Division.Level level) {
        return WORDS.name(level.name());
    }

    private static String limit(Optional<TimeLimit> limit) {
        return limit.map(Wordbook::limit).orElse(NONE);
    }
}

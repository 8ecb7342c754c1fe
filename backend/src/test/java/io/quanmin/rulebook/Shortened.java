package io.quanmin.rulebook;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Rules that are as others, but for one thing. */
public final class Shortened {

    private Shortened() {}

    /** A review of garbage must be done within a minute. */
    public static Rules reviewOfGarbage(Rules rules) {
        return garbage(rules, type -> {
            Map<String, TimeLimit> limits = new HashMap<>(type.limits());
            limits.put("accept", new TimeLimit(Duration.ofMinutes(1), TimeLimit.Clock.WALL));
            return with(type, type.unit(), limits);
        });
    }

    /** Somebody else clears garbage. */
    public static Rules garbageBy(Rules rules, String unit) {
        return garbage(rules, type -> with(type, unit, type.limits()));
    }

    private static Rules garbage(Rules rules, UnaryOperator<ProblemType> as) {
        List<TypeGroup> groups = rules.groups().stream()
                .map(group -> new TypeGroup(
                        group.code(),
                        group.name(),
                        group.types().stream()
                                .map(type -> type.code().equals("exposed-garbage") ? as.apply(type) : type)
                                .toList()))
                .toList();
        return Books.with(rules, groups);
    }

    private static ProblemType with(ProblemType type, String unit, Map<String, TimeLimit> limits) {
        return new ProblemType(
                type.code(),
                type.name(),
                type.hint(),
                unit,
                type.certain(),
                type.difficulty(),
                type.dangerous(),
                type.hotlines(),
                limits,
                type.byDifficulty());
    }
}

package io.quanmin.rulebook;

import io.quanmin.place.Division;
import io.quanmin.rulebook.ProblemType.Difficulty;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rules that are as others, but that bring simple cases to other hands. */
public final class Elsewhere {

    private Elsewhere() {}

    /** Greens are Linxi's wherever they are; what is simple is whistled for, begins at the district, and is a street's for 3 hours. */
    public static Rules of(Rules rules) {
        LinkageRules linkage = rules.linkage();
        LinkageRules other = new LinkageRules(
                linkage.difficulties(),
                linkage.history(),
                Map.of(
                        Difficulty.SIMPLE, LinkageMode.WHISTLE,
                        Difficulty.ORDINARY, LinkageMode.LEVELS,
                        Difficulty.HARD, LinkageMode.WHISTLE),
                List.of(new LinkageRules.Beginning(Set.of(), Set.of(Difficulty.values()), Division.Level.DISTRICT)),
                linkage.levels().stream().map(Elsewhere::shorter).toList(),
                linkage.whistle(),
                linkage.partners());
        return Books.with(Books.with(rules, "linkage", other), "responsibility", new Responsibility(rows(rules)));
    }

    private static List<Responsibility.Row> rows(Rules rules) {
        Responsibility.Row greens =
                new Responsibility.Row("littered-greens", "*", Division.Level.STREET, "linxi-street");
        return Stream.concat(rules.responsibility().rows().stream(), Stream.of(greens))
                .toList();
    }

    private static LinkageRules.LevelLimit shorter(LinkageRules.LevelLimit level) {
        TimeLimit three = new TimeLimit(Duration.ofHours(3), TimeLimit.Clock.WORKING);
        return level.level() == Division.Level.STREET
                ? new LinkageRules.LevelLimit(level.level(), three, level.danger())
                : level;
    }
}

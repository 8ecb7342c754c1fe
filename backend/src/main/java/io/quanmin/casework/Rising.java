package io.quanmin.casework;

import io.quanmin.identity.Unit;
import io.quanmin.kernel.Id;
import io.quanmin.place.Division;
import io.quanmin.rulebook.FlowTable;
import io.quanmin.rulebook.LinkageMode;
import io.quanmin.rulebook.ProblemType;
import io.quanmin.rulebook.Rules;
import io.quanmin.rulebook.TimeLimit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A case going up by itself: how long the level it is at has, and where it goes then. */
final class Rising {

    /** To the next level. */
    static final String RISE = "rise";

    /** The highest has had its time as well; the case stays there and the supervisors hear of it. */
    static final String OVERRUN = "overrun";

    /** With these a level's time begins. */
    private static final Set<String> BEGINS = Set.of("dispatch", RISE, "resume", "refuse");

    private Rising() {}

    /** When the level a case is at has had its time; empty where it has all the time, or has had it already. */
    static Optional<Instant> ends(Rules rules, Standing now, List<TakenStep> history) {
        Division.Level level = now.linkage().level();
        boolean climbs = now.linkage().mode() == LinkageMode.LEVELS
                && rules.flow().step(now.stage(), RISE).isPresent();
        return level == null || !climbs ? Optional.empty() : ends(rules, now, since(history), level);
    }

    private static Optional<Instant> ends(Rules rules, Standing now, List<TakenStep> since, Division.Level level) {
        boolean over = since.stream().anyMatch(step -> step.name().equals(OVERRUN));
        return over || since.isEmpty()
                ? Optional.empty()
                : rules.linkage()
                        .limit(level, now.dangerous())
                        .map(limit -> extended(end(rules, since, limit), now, since));
    }

    private static Instant end(Rules rules, List<TakenStep> since, TimeLimit limit) {
        return limit.endsAt(since.getFirst().at(), rules.calendar());
    }

    /** Who was granted more time is not passed over before it is up. */
    private static Instant extended(Instant end, Standing now, List<TakenStep> since) {
        boolean granted = since.stream().anyMatch(step -> step.name().equals("grant-extension"));
        Instant due = now.dueAt();
        return granted && due != null && due.isAfter(end) ? due : end;
    }

    /** The steps from the one on with which the level's time began. */
    private static List<TakenStep> since(List<TakenStep> history) {
        for (int i = history.size() - 1; i >= 0; i--) {
            if (BEGINS.contains(history.get(i).name())) {
                return history.subList(i, history.size());
            }
        }
        return List.of();
    }

    /** What becomes of a case whose level has had its time. */
    static Optional<Fork.Onward> up(Facts facts, Instant now) {
        Standing standing = facts.subject().now();
        return Ladder.of(facts, standing)
                .above(standing.linkage())
                .map(rung -> rung.unit() == null ? unplaced(facts, rung, now) : up(facts, rung, rung.unit(), now))
                .orElseGet(() -> overrun(facts, now));
    }

    private static Optional<Fork.Onward> up(Facts facts, Ladder.Rung rung, Unit unit, Instant now) {
        Standing standing = facts.subject().now();
        Standing next = standing.with(standing.linkage().at(rung.level()).with(unit.id()));
        return facts.step(RISE).map(step -> onward(step, next.at(step.to(), due(facts, step.to(), now)), now, null));
    }

    /** Nobody to go up to: a dispatcher finds somebody. */
    private static Optional<Fork.Onward> unplaced(Facts facts, Ladder.Rung rung, Instant now) {
        Standing standing = facts.subject().now();
        Standing next = standing.with(standing.linkage().at(null).with((Id) null));
        return facts.step(Fork.UNPLACED)
                .map(step -> onward(step, next.at(step.to(), due(facts, step.to(), now)), now, Fork.missing(rung)));
    }

    private static Optional<Fork.Onward> overrun(Facts facts, Instant now) {
        Standing standing = facts.subject().now();
        return facts.step(OVERRUN).map(step -> onward(step, standing.at(step.to(), standing.dueAt()), now, null));
    }

    private static Fork.Onward onward(FlowTable.Step step, Standing next, Instant now, @Nullable String reason) {
        return new Fork.Onward(next, TakenStep.automatic(step, next, now).because(reason));
    }

    private static @Nullable Instant due(Facts facts, String stage, Instant now) {
        ProblemType.Difficulty difficulty = facts.subject().now().linkage().difficulty();
        return facts.rules().due(facts.type(), difficulty, stage, now).orElse(null);
    }
}

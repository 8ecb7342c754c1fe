package io.quanmin.casework;

import io.quanmin.identity.Unit;
import io.quanmin.kernel.Id;
import io.quanmin.place.Division;
import io.quanmin.rulebook.LinkageMode;
import io.quanmin.rulebook.LinkageRules;
import io.quanmin.rulebook.ProblemType.Difficulty;
import io.quanmin.rulebook.Proposal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By which way a case goes to hands that can solve it, as a viewer may see it.
 *
 * @param level at which it is worked on, level by level
 * @param levels upward from where it began, with those above; none in other modes
 * @param called how many units were called; 0 where nobody whistled
 * @param reported how many of them have done their share
 * @param proposal what the rule proposes; for who decides
 * @param whistle whom one may call; for who may
 */
record LinkageView(
        Difficulty difficulty,
        LinkageMode mode,
        Division.@Nullable Level level,
        List<LevelView> levels,
        long called,
        long reported,
        @Nullable Suggestion proposal,
        @Nullable WhistleView whistle) {

    private static final Set<String> DECIDES = Set.of("accept", "dispatch", "whistle", "offer");

    /** What this viewer sees of it, by what they may do. */
    static LinkageView of(Facts facts, List<AllowedStep> allowed) {
        Linkage linkage = facts.subject().now().linkage();
        return new LinkageView(
                linkage.difficulty(),
                linkage.mode(),
                linkage.level(),
                levels(facts, linkage),
                facts.tasks().stream().filter(LinkageView::counts).count(),
                facts.tasks().stream()
                        .filter(task -> task.state() == ChildTask.State.REPORTED)
                        .count(),
                may(allowed, DECIDES) ? Suggestion.of(facts) : null,
                may(allowed, Set.of("whistle", "call-more")) ? WhistleView.of(facts) : null);
    }

    private static boolean counts(ChildTask task) {
        return task.open() || task.state() == ChildTask.State.REPORTED;
    }

    private static boolean may(List<AllowedStep> allowed, Set<String> steps) {
        return allowed.stream().anyMatch(step -> steps.contains(step.step()));
    }

    private static List<LevelView> levels(Facts facts, Linkage linkage) {
        Division.Level present = linkage.level();
        return present == null || linkage.mode() != LinkageMode.LEVELS
                ? List.of()
                : Ladder.of(facts, facts.subject().now()).rungs().stream()
                        .map(rung -> LevelView.of(facts, rung, present))
                        .flatMap(Optional::stream)
                        .toList();
    }

    /**
     * A level.
     *
     * @param unit that has it, or would
     * @param since when the case came there
     * @param until when its time is over; of the present one
     */
    record LevelView(
            Division.Level level,
            @Nullable String unit,
            Place place,
            @Nullable Instant since,
            @Nullable Instant until) {

        /** Where the case is, seen from a level. */
        enum Place {
            PAST,
            PRESENT,
            AHEAD
        }

        /** Empty for levels below where the case began. */
        private static Optional<LevelView> of(Facts facts, Ladder.Rung rung, Division.Level present) {
            Optional<TakenStep> came = facts.history().stream()
                    .filter(step -> step.linkage().level() == rung.level())
                    .findFirst();
            int up = rung.level().compareTo(present);
            if (up > 0 && came.isEmpty()) {
                return Optional.empty();
            }
            Place place = up == 0 ? Place.PRESENT : up > 0 ? Place.PAST : Place.AHEAD;
            Id had = up == 0
                    ? facts.subject().now().unit()
                    : came.map(TakenStep::unit).orElse(null);
            return Optional.of(new LevelView(
                    rung.level(),
                    name(facts, had)
                            .orElse(rung.unit() == null ? null : rung.unit().name()),
                    place,
                    place == Place.AHEAD ? null : came.map(TakenStep::at).orElse(null),
                    up == 0
                            ? Rising.ends(facts.rules(), facts.subject().now(), facts.history())
                                    .orElse(null)
                            : null));
        }

        private static Optional<String> name(Facts facts, @Nullable Id unit) {
            return facts.units().stream()
                    .filter(each -> each.id().equals(unit))
                    .map(Unit::name)
                    .findFirst();
        }
    }

    /**
     * What the rule says of the case by its present type.
     *
     * @param before cases of the type solved around the place before
     * @param modes ways this case's rules have
     * @param first where it begins level by level; absent where nobody answers for it
     */
    record Suggestion(
            Difficulty difficulty,
            LinkageMode mode,
            Set<Proposal.Why> why,
            long before,
            List<LinkageMode> modes,
            @Nullable First first) {

        private static Suggestion of(Facts facts) {
            Proposal proposal = facts.proposal(facts.type());
            List<LinkageMode> modes = Arrays.stream(LinkageMode.values())
                    .filter(mode -> Grading.offered(facts, mode))
                    .filter(mode -> mode != LinkageMode.SELF || !facts.type().dangerous())
                    .toList();
            First first = new Ladder(facts, facts.type())
                    .first(facts.subject().now().linkage().difficulty())
                    .flatMap(First::of)
                    .orElse(null);
            return new Suggestion(
                    proposal.difficulty(), proposal.mode(), proposal.why(), proposal.before(), modes, first);
        }
    }

    /** The level a case begins at, and who answers there. */
    record First(Division.Level level, Named unit) {

        private static Optional<First> of(Ladder.Rung rung) {
            return Optional.ofNullable(rung.unit())
                    .map(unit -> new First(rung.level(), new Named(unit.code(), unit.name())));
        }
    }

    /**
     * Whom one may call.
     *
     * @param proposed by the rulebook
     * @param most units in all
     * @param hours a unit usually has
     * @param longest hours one may give
     */
    record WhistleView(List<Proposed> proposed, int most, long hours, int longest) {

        private static WhistleView of(Facts facts) {
            LinkageRules.Whistle rule = facts.rules().linkage().whistle();
            boolean dangerous = facts.subject().now().dangerous();
            List<Proposed> proposed = new Whistling(
                            facts, facts.subject().origin().at())
                    .proposed().stream().map(call -> Proposed.of(facts, call)).toList();
            return new WhistleView(
                    proposed,
                    rule.most(),
                    (dangerous ? rule.danger() : rule.task()).length().toHours(),
                    rule.longest());
        }
    }

    /** A unit the rulebook would call. */
    record Proposed(Named unit, ChildTask.Part part) {

        private static Proposed of(Facts facts, Whistling.Call call) {
            String name = facts.unit(call.unit()).map(Unit::name).orElse(call.unit());
            return new Proposed(new Named(call.unit(), name), call.part());
        }
    }
}

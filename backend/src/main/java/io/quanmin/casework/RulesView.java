package io.quanmin.casework;

import io.quanmin.identity.Unit;
import io.quanmin.place.Division;
import io.quanmin.rulebook.FlowTable;
import io.quanmin.rulebook.LinkageMode;
import io.quanmin.rulebook.ProblemType;
import io.quanmin.rulebook.Proposal;
import io.quanmin.rulebook.Rules;
import io.quanmin.rulebook.TimeLimit;
import io.quanmin.rulebook.TypeGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules that hold for a case, and why.
 *
 * @param version of the rulebook the case began under and keeps
 * @param since when that version was in force
 * @param answers which unit answers for such a problem there, from the city down
 * @param difficulty as it was decided
 * @param mode as it was decided
 * @param proposed what the rule says of both
 * @param why the rule says so
 * @param before cases of the type solved around the place before, within the rule's window
 * @param due when this stage must be left, extensions and the shelf included
 * @param steps that lead out of the present stage, or that may be taken while it lasts
 */
record RulesView(
        int version,
        Instant since,
        Named group,
        Named type,
        List<Answers> answers,
        ProblemType.Difficulty difficulty,
        LinkageMode mode,
        Proposed proposed,
        Set<Proposal.Why> why,
        long before,
        @Nullable Instant due,
        List<Possible> steps) {

    static RulesView of(Facts facts) {
        Rules rules = facts.rules();
        Standing now = facts.subject().now();
        Proposal proposal = facts.proposal(facts.type());
        return new RulesView(
                rules.version(),
                rules.effectiveFrom(),
                group(facts),
                new Named(facts.type().code(), facts.type().name()),
                Arrays.stream(Division.Level.values())
                        .map(level -> Answers.of(facts, level))
                        .flatMap(Optional::stream)
                        .toList(),
                now.linkage().difficulty(),
                now.linkage().mode(),
                new Proposed(proposal.difficulty(), proposal.mode()),
                proposal.why(),
                proposal.before(),
                now.dueAt(),
                rules.flow().from(now.stage()).stream()
                        .map(step -> Possible.of(facts, step))
                        .toList());
    }

    private static Named group(Facts facts) {
        String code = facts.group();
        return facts.rules().groups().stream()
                .filter(group -> group.code().equals(code))
                .map(TypeGroup::name)
                .findFirst()
                .map(name -> new Named(code, name))
                .orElse(new Named(code, code));
    }

    /** What the rule would have, whatever was decided. */
    record Proposed(ProblemType.Difficulty difficulty, LinkageMode mode) {}

    /**
     * Who answers for it at a level.
     *
     * @param byRow whether a row of the table of responsibility says so; else the type does
     */
    record Answers(Division.Level level, Named unit, boolean byRow) {

        private static Optional<Answers> of(Facts facts, Division.Level level) {
            String area = facts.subject().origin().place().area();
            boolean byRow = facts.rules()
                    .responsibility()
                    .unit(facts.type().code(), area, level)
                    .isPresent();
            return facts.rules()
                    .unit(facts.type(), area, level)
                    .map(code -> new Answers(level, named(facts, code), byRow));
        }

        private static Named named(Facts facts, String code) {
            return new Named(code, facts.unit(code).map(Unit::name).orElse(code));
        }
    }

    /**
     * A step of the flow from here.
     *
     * @param by roles that may take it; {@code REPORTER}, {@code HOLDER} or {@code SYSTEM} among them
     * @param to the stage it leads to, which may be this one
     * @param length it may take, absent where it has no limit
     * @param clock it runs on
     * @param ends when, from the arrival at this stage
     */
    record Possible(
            String step,
            String label,
            List<String> by,
            Named to,
            @Nullable Duration length,
            TimeLimit.@Nullable Clock clock,
            @Nullable Instant ends) {

        private static Possible of(Facts facts, FlowTable.Step step) {
            TimeLimit limit = facts.rules()
                    .limit(facts.type(), facts.subject().now().linkage().difficulty(), step.name())
                    .orElse(null);
            String to = facts.rules()
                    .flow()
                    .stage(step.to())
                    .map(FlowTable.Stage::name)
                    .orElse(step.to());
            return new Possible(
                    step.name(),
                    step.label(),
                    step.by().stream().sorted().toList(),
                    new Named(step.to(), to),
                    limit == null ? null : limit.length(),
                    limit == null ? null : limit.clock(),
                    limit == null
                            ? null
                            : limit.endsAt(arrived(facts), facts.rules().calendar()));
        }

        /** When the case came to where it stands. */
        private static Instant arrived(Facts facts) {
            return facts.history().stream()
                    .filter(taken -> !taken.stayed())
                    .reduce((earlier, later) -> later)
                    .map(TakenStep::at)
                    .orElse(facts.subject().origin().at());
        }
    }
}

package io.quanmin.casework;

import io.quanmin.identity.Unit;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Problem;
import io.quanmin.kernel.Texts;
import io.quanmin.rulebook.FlowTable;
import io.quanmin.rulebook.ProblemType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of a step: facts in, decision out, nothing read or written. */
final class Deciding {

    /** How long a description may grow by supplements, in code points. */
    static final int LONGEST_DESCRIPTION = 3_000;

    private final Facts facts;
    private final Actor actor;
    private final Move move;
    private final Instant now;

    private Deciding(Facts facts, Actor actor, Move move, Instant now) {
        this.facts = facts;
        this.actor = actor;
        this.move = move;
        this.now = now;
    }

    /**
     * Decides on a move.
     *
     * @param words how the content check judged what the mover wrote
     */
    static Decision decide(Facts facts, Actor actor, Move move, Screening words, Instant now) {
        return new Deciding(facts, actor, move, now).decide(words);
    }

    private Decision decide(Screening words) {
        Optional<FlowTable.Step> step = facts.step(move.step());
        if (step.isEmpty()) {
            return refused(new StepNotAllowed(Attempt.allowed(facts, actor)));
        }
        Attempt attempt = new Attempt(facts, actor, step.get());
        return Policy.refusal(attempt)
                .map(policy -> refused(policy.problem(Attempt.allowed(facts, actor))))
                .or(() -> unfit().map(Deciding::refused))
                .orElseGet(() -> taken(attempt, words));
    }

    private static Decision refused(Problem problem) {
        return new Decision.Refused(problem);
    }

    /** What is wrong with the move itself. */
    private Optional<Problem> unfit() {
        return switch (move) {
            case Move.Accept(String type, var note) when type != null -> unknownType(type);
            case Move.Dispatch(String unit, var note)
            when unit(unit).isEmpty() -> Optional.of(new InvalidFields("unit", "unknown", "没有这个单位"));
            case Move.Merge merge -> unfitTarget();
            case Move.Supplement supplement
            when Texts.length(supplemented(supplement.words())) > LONGEST_DESCRIPTION ->
                Optional.of(new InvalidFields("description", "too-long", "补充内容过长，请精简"));
            default -> Optional.empty();
        };
    }

    private Optional<Problem> unknownType(String type) {
        return facts.rules().type(type).isPresent()
                ? Optional.empty()
                : Optional.of(new InvalidFields("type", "unknown", "没有这个问题类型"));
    }

    private Optional<Unit> unit(@Nullable String code) {
        return facts.unit(code == null ? facts.type().unit() : code);
    }

    private Optional<Problem> unfitTarget() {
        CaseFile target = facts.target();
        boolean fit = target != null && !target.id().equals(facts.subject().id()) && facts.isOpen(target);
        return fit ? Optional.empty() : Optional.of(new MergeTargetUnfit());
    }

    private Decision taken(Attempt attempt, Screening words) {
        Standing changed = changed(words);
        Standing next = arrived(changed, attempt.step().to());
        TakenStep step = step(attempt.step(), next, attempt.capacity().orElseThrow());
        return dispatchedAtOnce(next)
                .map(then -> taken(then, List.of(step, automatic(next.stage(), then))))
                .orElseGet(() -> taken(next, List.of(step)));
    }

    private Decision taken(Standing next, List<TakenStep> steps) {
        return new Decision.Taken(facts.subject().with(next), steps);
    }

    private Standing arrived(Standing changed, String stage) {
        ProblemType type = facts.rules().type(changed.type()).orElseThrow();
        return changed.at(stage, facts.rules().due(type, stage, now).orElse(null));
    }

    private Standing changed(Screening words) {
        Standing standing = facts.subject().now();
        return switch (move) {
            case Move.Accept accept -> accepted(standing, accept);
            case Move.Supplement supplement ->
                standing.screened(
                        supplemented(supplement.words()), standing.screening().and(words));
            case Move.Merge merge -> standing.merged(merge.into());
            case Move.Dispatch dispatch ->
                standing.with(unit(dispatch.unit()).orElseThrow().id());
            case Move.Return back -> standing.with((Id) null);
            case Move.Rate rate -> standing.rated(rate.rating());
            default -> standing;
        };
    }

    /** A reviewer has read it: whatever the check could not say is settled. */
    private Standing accepted(Standing standing, Move.Accept accept) {
        String type = accept.type() == null ? standing.type() : accept.type();
        boolean dangerous = facts.rules().type(type).orElseThrow().dangerous();
        return standing.typed(type, dangerous).screened(standing.description(), Screening.PASSED);
    }

    private String supplemented(@Nullable String words) {
        String description = facts.subject().now().description();
        return words == null ? description : description + "\n" + words;
    }

    /** Dispatch is automatic where the rule is certain and the verifier has just confirmed; a returned case is a person's. */
    private Optional<Standing> dispatchedAtOnce(Standing confirmed) {
        ProblemType type = facts.rules().type(confirmed.type()).orElseThrow();
        return automaticStep(confirmed.stage())
                .filter(step -> move instanceof Move.Confirm && type.certain())
                .flatMap(step -> facts.unit(type.unit()).map(unit -> arrived(confirmed.with(unit.id()), step.to())));
    }

    private Optional<FlowTable.Step> automaticStep(String stage) {
        return facts.rules().flow().from(stage).stream()
                .filter(step -> step.by().contains(FlowTable.Step.SYSTEM))
                .findFirst();
    }

    private TakenStep step(FlowTable.Step step, Standing after, String capacity) {
        return new TakenStep(
                after.version(),
                step.name(),
                step.from(),
                step.to(),
                now,
                actor.person(),
                capacity,
                capacity.equals(FlowTable.Step.REPORTER) ? null : actor.unit(),
                move.note(),
                move.reason(),
                after.type(),
                after.unit(),
                after.dueAt());
    }

    private TakenStep automatic(String from, Standing after) {
        return new TakenStep(
                after.version(),
                automaticStep(from).orElseThrow().name(),
                from,
                after.stage(),
                now,
                null,
                FlowTable.Step.SYSTEM,
                null,
                null,
                null,
                after.type(),
                after.unit(),
                after.dueAt());
    }
}

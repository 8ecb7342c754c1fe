package io.quanmin.casework;

import io.quanmin.identity.Unit;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Problem;
import io.quanmin.rulebook.FlowTable;
import io.quanmin.rulebook.LinkageMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of a step: facts in, decision out, nothing read or written. */
final class Deciding {

    private final Facts facts;
    private final @Nullable Actor actor;
    private final Move move;
    private final Instant now;

    private Deciding(Facts facts, @Nullable Actor actor, Move move, Instant now) {
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
        return new Deciding(facts, actor, move, now).decide(actor, words);
    }

    /** What comes of a move the service makes by itself; empty where the flow does not let it. */
    static Optional<Decision.Taken> ofService(Facts facts, Move move, Instant now) {
        return facts.step(move.step())
                .filter(step -> step.by().contains(FlowTable.Step.SYSTEM))
                .map(step -> new Deciding(facts, null, move, now).taken(step, FlowTable.Step.SYSTEM, Screening.PASSED));
    }

    private Decision decide(Actor mover, Screening words) {
        Optional<FlowTable.Step> step = facts.step(move.step());
        Optional<Problem> missed = claiming().missed(mover, move);
        if (step.isEmpty() || missed.isPresent()) {
            return refused(missed.orElseGet(() -> new StepNotAllowed(Attempt.allowed(facts, mover, now))));
        }
        Attempt attempt = new Attempt(facts, mover, step.get(), now);
        return Policy.refusal(attempt)
                .map(policy -> refused(policy.problem(Attempt.allowed(facts, mover, now))))
                .or(() -> new Fitness(facts, mover, move, now).unfit().map(Deciding::refused))
                .orElseGet(() -> taken(attempt.step(), attempt.capacity().orElseThrow(), words));
    }

    private Claiming claiming() {
        return new Claiming(facts, now);
    }

    private static Decision refused(Problem problem) {
        return new Decision.Refused(problem);
    }

    private Ladder ladder() {
        return new Ladder(facts, facts.type());
    }

    private Decision.Taken taken(FlowTable.Step taken, String capacity, Screening words) {
        Standing changed = changed(words);
        Standing next = changed.at(taken.to(), new Deadline(facts, move, now).of(taken, changed));
        TakenStep step = step(taken, next, capacity);
        if (move instanceof Move.Solve) {
            return claiming().solved(next, step);
        }
        List<ChildTask> tasks = actor == null ? List.of() : whistling().changed(actor, move, next);
        return onward(next, tasks)
                .map(then -> Alarms.set(facts, then.standing(), List.of(step, then.step()), tasks))
                .orElseGet(() -> Alarms.set(facts, next, List.of(step), tasks));
    }

    private Whistling whistling() {
        return new Whistling(facts, now);
    }

    private Standing changed(Screening words) {
        Standing standing = facts.subject().now();
        return switch (move) {
            case Move.Accept accept -> accepted(standing, accept);
            case Move.Supplement supplement ->
                standing.screened(
                        supplement.after(standing.description()),
                        standing.screening().and(words));
            case Move.Merge merge -> standing.merged(merge.into());
            case Move.Unmerge unmerge -> standing.merged(null);
            case Move.Dispatch dispatch ->
                standing.with(dispatched(ladder().unit(dispatch.unit()).orElseThrow()));
            case Move.Whistle whistle ->
                standing.with(standing.linkage().led(whistling().lead(whistle.calls())));
            case Move.CallMore more -> standing.with(standing.linkage().led(standing.unit()));
            case Move.Return back -> standing.with(standing.linkage().at(null).with((Id) null));
            case Move.Finish finish -> standing.answered(PublicAnswer.proposed(facts, finish.answer()));
            case Move.Pass pass -> standing.answered(PublicAnswer.checked(facts, pass.answer()));
            case Move.Reopen reopen -> doneAgain(standing);
            case Move.Overturn overturn -> doneAgain(standing);
            case Move.Rate rate -> standing.rated(rate.rating());
            default -> actor == null ? standing : claimed(actor);
        };
    }

    private Standing claimed(Actor citizen) {
        Standing after = claiming().changed(move, citizen);
        return move instanceof Move.Approve approval
                ? after.answered(PublicAnswer.checked(facts, approval.answer()))
                : after;
    }

    /** A dispatcher decides anew whose it is; what was said of the old result is no longer true. */
    private static Standing doneAgain(Standing standing) {
        Linkage free = standing.linkage().heldBy(null).with((Id) null);
        return standing.with(free.with(free.difficulty(), LinkageMode.LEVELS))
                .rated(null)
                .answered(null);
    }

    /** A reviewer has read it: whatever the check could not say is settled. */
    private Standing accepted(Standing standing, Move.Accept accept) {
        String type = accept.type() == null ? standing.type() : accept.type();
        boolean dangerous = facts.rules().type(type).orElseThrow().dangerous();
        return standing.typed(type, dangerous)
                .screened(standing.description(), Screening.PASSED)
                .with(Grading.of(facts, accept).decided());
    }

    private Linkage dispatched(Unit unit) {
        Linkage linkage = facts.subject().now().linkage();
        return linkage.with(linkage.difficulty(), LinkageMode.LEVELS)
                .at(ladder().levelOf(unit))
                .with(unit.id());
    }

    /** What follows by itself on what a verifier has just confirmed, or on the last report; a returned case is a person's. */
    private Optional<Fork.Onward> onward(Standing next, List<ChildTask> changed) {
        return move instanceof Move.Confirm
                ? new Fork(facts, next, now).onward()
                : whistling().gathered(next, changed);
    }

    private TakenStep step(FlowTable.Step step, Standing after, String capacity) {
        return new TakenStep(
                after.version(),
                step.name(),
                step.from(),
                step.to(),
                now,
                actor == null ? null : actor.person(),
                capacity,
                actor == null || capacity.equals(FlowTable.Step.REPORTER) ? null : actor.unit(),
                move.note(),
                move.reason(),
                after.type(),
                after.linkage(),
                after.dueAt(),
                move instanceof Move.AskExtension ask ? ask.hours() : null);
    }
}

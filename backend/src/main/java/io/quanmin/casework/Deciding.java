package io.quanmin.casework;

import io.quanmin.identity.Unit;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Problem;
import io.quanmin.kernel.Texts;
import io.quanmin.rulebook.FlowTable;
import io.quanmin.rulebook.LinkageMode;
import io.quanmin.rulebook.ProblemType;
import io.quanmin.rulebook.TimeLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of a step: facts in, decision out, nothing read or written. */
final class Deciding {

    /** How long a description may grow by supplements, in code points. */
    static final int LONGEST_DESCRIPTION = 3_000;

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
                .or(() -> unfit().map(Deciding::refused))
                .orElseGet(() -> taken(attempt.step(), attempt.capacity().orElseThrow(), words));
    }

    private Claiming claiming() {
        return new Claiming(facts, now);
    }

    private static Decision refused(Problem problem) {
        return new Decision.Refused(problem);
    }

    /** What is wrong with the move itself. */
    private Optional<Problem> unfit() {
        return switch (move) {
            case Move.Accept accept ->
                unknownType(accept).or(() -> Grading.of(facts, accept).unfit());
            case Move.Dispatch dispatch
            when unit(dispatch.unit()).isEmpty() -> Optional.of(new InvalidFields("unit", "unknown", "没有这个单位"));
            case Move.Whistle whistle -> whistling().unfit(whistle.calls(), true);
            case Move.CallMore more -> whistling().unfit(more.calls(), false);
            case Move.ReportTask report when actor != null -> whistling().unfit(actor, report);
            case Move.ReleaseTask release
            when whistling().open(release.unit()).findAny().isEmpty() ->
                Optional.of(new InvalidFields("unit", "not-called", "这个单位没有待办的任务，或是牵头单位"));
            case Move.Merge merge -> ownTarget().or(this::unfitTarget);
            case Move.Solve solve -> claiming().unfit(solve);
            case Move.Supplement supplement
            when Texts.length(supplemented(supplement.words())) > LONGEST_DESCRIPTION ->
                Optional.of(new InvalidFields("description", "too-long", "补充内容过长，请精简"));
            case Move.AskExtension ask
            when ask.hours() > facts.rules().time().extension().longest() ->
                Optional.of(new InvalidFields(
                        "hours",
                        "out-of-range",
                        "最多延长 " + facts.rules().time().extension().longest() + " 小时"));
            case Move.Pass pass -> unanswered(pass.answer());
            case Move.Approve approval -> unanswered(approval.answer());
            case Move.Shelve shelve
            when !onTheShelf(shelve.until()) ->
                Optional.of(new InvalidFields("until", "out-of-range", "复查日期须在明天以后、挂账期限以内"));
            default -> Optional.empty();
        };
    }

    /** The public is answered before a case is closed, where the rulebook asks for it. */
    private Optional<Problem> unanswered(@Nullable String answer) {
        return facts.rules().quality().answerRequired() && PublicAnswer.checked(facts, answer) == null
                ? Optional.of(new InvalidFields("answer", "required", "请填写给市民的公开答复"))
                : Optional.empty();
    }

    private boolean onTheShelf(LocalDate until) {
        LocalDate today = LocalDate.ofInstant(now, facts.rules().calendar().zone());
        return until.isAfter(today)
                && !until.isAfter(
                        today.plusDays(facts.rules().time().longestShelf().toDays()));
    }

    private Optional<Problem> unknownType(Move.Accept accept) {
        return accept.type() == null || facts.rules().type(accept.type()).isPresent()
                ? Optional.empty()
                : Optional.of(new InvalidFields("type", "unknown", "没有这个问题类型"));
    }

    /** The one that is named, else the one the rule begins with. */
    private Optional<Unit> unit(@Nullable String code) {
        return code == null
                ? ladder().first(facts.subject().now().linkage().difficulty())
                        .flatMap(rung -> Optional.ofNullable(rung.unit()))
                : facts.unit(code);
    }

    private Ladder ladder() {
        return new Ladder(facts, facts.type());
    }

    /** Nobody lets their own go on in a stranger's place. */
    private Optional<Problem> ownTarget() {
        CaseFile target = facts.target();
        return actor != null && target != null && target.isOf(actor.person())
                ? Optional.of(new OwnCase(Attempt.allowed(facts, actor, now)))
                : Optional.empty();
    }

    private Optional<Problem> unfitTarget() {
        CaseFile target = facts.target();
        boolean fit = target != null && !target.id().equals(facts.subject().id()) && facts.isOpen(target);
        return fit ? Optional.empty() : Optional.of(new MergeTargetUnfit());
    }

    private Decision.Taken taken(FlowTable.Step taken, String capacity, Screening words) {
        Standing changed = changed(words);
        Standing next = arrived(changed, taken);
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

    /** A step that stays leaves the deadline as it is, but for an extension. */
    private Standing arrived(Standing changed, FlowTable.Step step) {
        Instant due = switch (move) {
            case Move.GrantExtension grant -> extended(changed);
            case Move.Shelve shelve -> facts.rules().calendar().firstOpening(shelve.until());
            case Move.GiveBack back -> claiming().due(step, changed);
            case Move.Whistle whistle -> whistling().whole();
            case Move.CallMore more when !step.stays() -> whistling().whole();
            default -> step.stays() ? changed.dueAt() : due(changed, step.to());
        };
        return changed.at(step.to(), due);
    }

    private @Nullable Instant due(Standing changed, String stage) {
        ProblemType type = facts.rules().type(changed.type()).orElseThrow();
        return facts.rules()
                .due(type, changed.linkage().difficulty(), stage, now)
                .orElse(null);
    }

    /** From the old deadline on, or from now where that has passed. */
    private Instant extended(Standing standing) {
        int hours = facts.extensionAsked().map(TakenStep::hours).orElseThrow();
        Instant due = standing.dueAt();
        Instant from = due == null || due.isBefore(now) ? now : due;
        TimeLimit.Clock clock =
                facts.rules().clock(facts.type(), standing.linkage().difficulty(), "finish");
        return new TimeLimit(Duration.ofHours(hours), clock)
                .endsAt(from, facts.rules().calendar());
    }

    private Standing changed(Screening words) {
        Standing standing = facts.subject().now();
        return switch (move) {
            case Move.Accept accept -> accepted(standing, accept);
            case Move.Supplement supplement ->
                standing.screened(
                        supplemented(supplement.words()), standing.screening().and(words));
            case Move.Merge merge -> standing.merged(merge.into());
            case Move.Unmerge unmerge -> standing.merged(null);
            case Move.Dispatch dispatch ->
                standing.with(dispatched(unit(dispatch.unit()).orElseThrow()));
            case Move.Whistle whistle ->
                standing.with(standing.linkage().led(whistling().lead(whistle.calls())));
            case Move.CallMore more -> standing.with(standing.linkage().led(standing.unit()));
            case Move.Return back -> standing.with(standing.linkage().at(null).with((Id) null));
            case Move.Finish finish -> standing.answered(PublicAnswer.proposed(facts, finish.answer()));
            case Move.Pass pass -> standing.answered(PublicAnswer.checked(facts, pass.answer()));
            case Move.Reopen reopen -> doneAgain(standing);
            case Move.Overturn overturn -> doneAgain(standing);
            case Move.Rate rate -> standing.rated(rate.rating());
            default -> actor == null ? standing : claimed(actor, standing);
        };
    }

    private Standing claimed(Actor citizen, Standing standing) {
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

    private String supplemented(@Nullable String words) {
        String description = facts.subject().now().description();
        return words == null ? description : description + "\n" + words;
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

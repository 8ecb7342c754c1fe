package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Problem;
import io.quanmin.kernel.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a move somebody may make is fit to be made: what it names is there, and what it asks for is allowed. */
record Fitness(Facts facts, Actor actor, Move move, Instant now) {

    /** How long a description may grow by supplements, in code points. */
    private static final int LONGEST_DESCRIPTION = 3_000;

    /** What is wrong with the move itself. */
    Optional<Problem> unfit() {
        return switch (move) {
            case Move.Accept accept ->
                unknownType(accept).or(() -> Grading.of(facts, accept).unfit());
            case Move.Dispatch dispatch
            when new Ladder(facts, facts.type()).unit(dispatch.unit()).isEmpty() ->
                Optional.of(new InvalidFields("unit", "unknown", "没有这个单位"));
            case Move.Whistle whistle -> whistling().unfit(whistle.calls(), true);
            case Move.CallMore more -> whistling().unfit(more.calls(), false);
            case Move.ReportTask report -> whistling().unfit(actor, report);
            case Move.ReleaseTask release
            when whistling().open(release.unit()).findAny().isEmpty() ->
                Optional.of(new InvalidFields("unit", "not-called", "这个单位没有待办的任务，或是牵头单位"));
            case Move.Merge merge -> ownTarget().or(this::unfitTarget);
            case Move.Solve solve -> new Claiming(facts, now).unfit(solve);
            case Move.Supplement supplement
            when Texts.length(supplement.after(facts.subject().now().description())) > LONGEST_DESCRIPTION ->
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

    /** Nobody lets their own go on in a stranger's place. */
    private Optional<Problem> ownTarget() {
        CaseFile target = facts.target();
        return target != null && target.isOf(actor.person())
                ? Optional.of(new OwnCase(Attempt.allowed(facts, actor, now)))
                : Optional.empty();
    }

    private Optional<Problem> unfitTarget() {
        CaseFile target = facts.target();
        boolean fit = target != null && !target.id().equals(facts.subject().id()) && facts.isOpen(target);
        return fit ? Optional.empty() : Optional.of(new MergeTargetUnfit());
    }

    private Whistling whistling() {
        return new Whistling(facts, now);
    }
}

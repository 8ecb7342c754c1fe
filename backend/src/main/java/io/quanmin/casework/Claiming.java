package io.quanmin.casework;

import io.quanmin.casework.Result.Doubt;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Problem;
import io.quanmin.rulebook.FlowTable;
import io.quanmin.rulebook.LinkageMode;
import io.quanmin.rulebook.ProblemType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is decided about cases on offer, claims and their results. */
record Claiming(Facts facts, Instant now) {

    private static final Set<String> OFFERING = Set.of("offer", "disapprove");
    private static final String CLAIM = "claim";

    /**
     * The case as a move of this line leaves it; as it was for other moves.
     *
     * @param actor absent for the service itself
     */
    Standing changed(Move move, @Nullable Actor actor) {
        Standing standing = facts.subject().now();
        return switch (move) {
            case Move.Offer offer -> offered(standing);
            case Move.TakeOver over -> takenOver(standing);
            case Move.Claim claim ->
                standing.with(standing.linkage()
                        .heldBy(Objects.requireNonNull(actor, "a claim").person()));
            case Move.GiveBack back -> standing.with(standing.linkage().heldBy(null));
            case Move.Approve approve -> seen(standing);
            case Move.Disapprove disapprove ->
                offered(seen(standing.with(standing.linkage().heldBy(null))));
            default -> standing;
        };
    }

    private static Standing offered(Standing standing) {
        Linkage linkage = standing.linkage();
        return standing.with(linkage.with(linkage.difficulty(), LinkageMode.SELF));
    }

    private static Standing takenOver(Standing standing) {
        Linkage linkage = standing.linkage();
        return standing.with(linkage.with(linkage.difficulty(), LinkageMode.LEVELS));
    }

    /** A reviewer has read it: whatever the content check could not say is settled. */
    private static Standing seen(Standing standing) {
        return standing.screened(standing.description(), Screening.PASSED);
    }

    /** By when the stage a step leads to must be left: an offer goes on where it was when a claim comes to nothing. */
    @Nullable
    Instant due(FlowTable.Step step, Standing changed) {
        boolean nothing = step.name().equals("give-back") || step.name().equals("lapse");
        ProblemType type = facts.rules().type(changed.type()).orElseThrow();
        return Optional.of(nothing)
                .filter(came -> came)
                .flatMap(came -> facts.last(OFFERING))
                .map(TakenStep::dueAt)
                .or(() -> facts.rules().due(type, changed.linkage().difficulty(), step.to(), now))
                .orElse(null);
    }

    /** What is wrong with a result. */
    Optional<Problem> unfit(Move.Solve solve) {
        boolean own = facts.subject().isOf(holder());
        return solve.before().isEmpty() && !(own && facts.result().pictured())
                ? Optional.of(new InvalidFields("before", "required", "请至少上传一张处置前的照片"))
                : checking().fault();
    }

    private Id holder() {
        return Optional.ofNullable(facts.subject().now().linkage().holder()).orElseThrow();
    }

    /**
     * A result is taken; where nobody needs to look at it, it is approved at once.
     *
     * @param step by which it came
     */
    Decision.Taken solved(Standing next, TakenStep step) {
        Result.Checked checked = checking().checked(Set.of());
        return approval(next.stage(), checked)
                .map(approval -> approved(next, step, approval))
                .orElseGet(() -> Alarms.set(facts, next, List.of(step)))
                .with(checked);
    }

    private Decision.Taken approved(Standing solved, TakenStep step, FlowTable.Step approval) {
        Standing next = solved.at(approval.to(), due(approval, solved)).answered(PublicAnswer.checked(facts, null));
        return Alarms.set(facts, next, List.of(step, TakenStep.automatic(approval, next, now, leftOut())));
    }

    private Checking checking() {
        CaseFile subject = facts.subject();
        return new Checking(
                facts.rules().claims(),
                facts.result(),
                subject.id(),
                subject.now().type(),
                facts.times("solve"),
                subject.origin().place().point() != null,
                subject.origin().at(),
                claimed().orElse(subject.origin().at()),
                now);
    }

    /** Who let a claim lapse and claims again may send what they did in between. */
    private Optional<Instant> claimed() {
        long offered = facts.last(OFFERING).map(TakenStep::version).orElse(0L);
        return facts.history().stream()
                .filter(step -> step.version() > offered && step.name().equals(CLAIM) && holder().equals(step.by()))
                .map(TakenStep::at)
                .findFirst();
    }

    private Optional<FlowTable.Step> approval(String stage, Result.Checked checked) {
        return facts.rules()
                .flow()
                .step(stage, "approve")
                .filter(step -> step.by().contains(FlowTable.Step.SYSTEM))
                .filter(step -> checked.doubts().isEmpty());
    }

    private String leftOut() {
        double share =
                facts.rules().claims().appraisal().share(facts.subject().now().type());
        return "照片核验通过，按 %d%% 抽查未抽中，自动评定合格".formatted(Math.round(share * 100));
    }

    /** What a person is told whose turn it was until somebody else, or the clock, was faster; empty where there is no more to say. */
    Optional<Problem> missed(Actor actor, Move move) {
        String stage = facts.subject().now().stage();
        return switch (move) {
            case Move.Claim claim when !stage.equals("offered") -> Optional.of(new NotOnOffer());
            case Move.Solve solve when lost(actor) -> Optional.of(new ClaimOver());
            case Move.GiveBack back when lost(actor) -> Optional.of(new ClaimOver());
            default -> Optional.empty();
        };
    }

    private boolean lost(Actor actor) {
        Id holder = facts.subject().now().linkage().holder();
        return !actor.person().equals(holder) && facts.involvement().claimedBy(actor.person()) > 0;
    }

    /** A step that the clock takes and that leads on: a claim lapses, an offer ends. */
    Decision.Taken byClock(FlowTable.Step step) {
        Standing standing = facts.subject().now();
        Standing changed = switch (step.name()) {
            case "lapse" -> standing.with(standing.linkage().heldBy(null));
            case "take-over" -> takenOver(standing);
            default -> standing;
        };
        Standing next = changed.at(step.to(), due(step, changed));
        TakenStep taken = TakenStep.automatic(step, next, now);
        return new Fork(facts, next, now)
                .onward()
                .filter(then -> step.name().equals("take-over"))
                .map(then -> Alarms.set(facts, then.standing(), List.of(taken, then.step())))
                .orElseGet(() -> Alarms.set(facts, next, List.of(taken)));
    }

    /** A report of something its reporter has solved already. */
    static Checking reported(Draft.Findings findings) {
        return new Checking(
                findings.rules().claims(),
                Optional.ofNullable(findings.result()).orElseThrow(),
                findings.reporter(),
                findings.report().type(),
                0,
                findings.placed().place().point() != null,
                Instant.EPOCH,
                Instant.EPOCH,
                findings.now());
    }

    static Result.Checked checkedReport(Draft.Findings findings) {
        return reported(findings).checked(Set.of(Doubt.REPORTED_SOLVED));
    }
}

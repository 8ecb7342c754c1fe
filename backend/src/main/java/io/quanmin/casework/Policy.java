package io.quanmin.casework;

import io.quanmin.kernel.Problem;
import io.quanmin.rulebook.FlowTable;
import io.quanmin.rulebook.TimeRules;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Who may take a step, beyond what the flow's table says of roles; asked in this order. */
enum Policy {
    /** The reporter of their own case, staff within their area, officers for their own unit. */
    IN_CAPACITY(attempt -> attempt.capacity().isPresent(), StepNotAllowed::new),
    /** Compared on the person, across their citizen and their staff account. */
    NEVER_ONES_OWN(Policy::notOnesOwn, OwnCase::new),
    NEVER_WHAT_ONE_SERVED(Policy::notServed, ServedHere::new),
    CLAIMED_SO_OFTEN(Policy::claimLeft, ClaimedOften::new),
    NO_DANGER_FOR_CITIZENS(Policy::notDangerous, StepNotAllowed::new),
    OBJECT_ONCE(Policy::notObjectedBefore, StepNotAllowed::new),
    ANOTHER_REVIEWER_AFTER_AN_OBJECTION(Policy::notTheReviewerObjectedTo, AnotherReviewerNeeded::new),
    INSPECTOR_IS_NOT_THE_HANDLER(Policy::notTheHandler, HandlerCannotInspect::new),
    URGED_NOW_AND_THEN(Policy::notUrgedJustNow, UrgedEnough::new),
    EXTENDED_SO_OFTEN(Policy::extensionLeft, StepNotAllowed::new),
    ANSWERED_ONCE(Policy::extensionToAnswer, StepNotAllowed::new);

    private static final Set<String> REVIEWING = Set.of("accept", "send-back", "reject", "merge");
    private static final Set<String> ANSWERING = Set.of("grant-extension", "decline-extension");
    private static final Set<String> INSPECTING = Set.of("pass", "refuse", "approve", "disapprove");

    private final Predicate<Attempt> allows;
    private final Function<List<AllowedStep>, Problem> refusal;

    Policy(Predicate<Attempt> allows, Function<List<AllowedStep>, Problem> refusal) {
        this.allows = allows;
        this.refusal = refusal;
    }

    /** The first policy an attempt breaks. */
    static Optional<Policy> refusal(Attempt attempt) {
        return Arrays.stream(values())
                .filter(policy -> !policy.allows.test(attempt))
                .findFirst();
    }

    /** What the person is told. */
    Problem problem(List<AllowedStep> allowed) {
        return refusal.apply(allowed);
    }

    private static boolean notOnesOwn(Attempt attempt) {
        return attempt.step().by().stream().anyMatch(FlowTable.Step.OF_CITIZENS::contains)
                || !attempt.facts().subject().isOf(attempt.actor().person());
    }

    private static boolean notServed(Attempt attempt) {
        return !attempt.step().name().equals("claim")
                || !attempt.facts().served(attempt.actor().person());
    }

    private static boolean claimLeft(Attempt attempt) {
        return !attempt.step().name().equals("claim")
                || attempt.facts().claimedBy(attempt.actor().person())
                        < attempt.facts().rules().claims().perCase();
    }

    private static boolean notDangerous(Attempt attempt) {
        return !attempt.step().name().equals("offer")
                || !attempt.facts().subject().now().dangerous();
    }

    private static boolean notObjectedBefore(Attempt attempt) {
        return !attempt.step().name().equals("object") || !attempt.facts().objected();
    }

    private static boolean notTheReviewerObjectedTo(Attempt attempt) {
        return !REVIEWING.contains(attempt.step().name())
                || !attempt.facts().objected()
                || !attempt.facts().rejected(attempt.actor().person());
    }

    private static boolean notTheHandler(Attempt attempt) {
        return !INSPECTING.contains(attempt.step().name())
                || !attempt.facts().handled(attempt.actor().person());
    }

    private static boolean notUrgedJustNow(Attempt attempt) {
        TimeRules.Urges rule = attempt.facts().rules().time().urges();
        return !attempt.step().name().equals("urge")
                || (attempt.facts().times("urge") < rule.most()
                        && attempt.facts()
                                .last(Set.of("urge"))
                                .map(last -> last.at().plus(rule.pause()))
                                .filter(attempt.now()::isBefore)
                                .isEmpty());
    }

    private static boolean extensionLeft(Attempt attempt) {
        TimeRules.Extension rule = attempt.facts().rules().time().extension();
        return !attempt.step().name().equals("ask-extension")
                || (attempt.facts().extensionAsked().isEmpty()
                        && attempt.facts().times("grant-extension") < rule.most());
    }

    private static boolean extensionToAnswer(Attempt attempt) {
        return !ANSWERING.contains(attempt.step().name())
                || attempt.facts().extensionAsked().isPresent();
    }
}

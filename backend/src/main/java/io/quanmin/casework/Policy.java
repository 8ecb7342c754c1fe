package io.quanmin.casework;

import io.quanmin.kernel.Id;
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
    /** By the rules of the review team. */
    QUALIFIED_FOR_THE_TYPE(Policy::qualified, NotQualified::new),
    OBJECT_ONCE(Policy::notObjectedBefore, StepNotAllowed::new),
    ANOTHER_REVIEWER_AFTER_AN_OBJECTION(Policy::notTheReviewerObjectedTo, AnotherReviewerNeeded::new),
    REVIEWER_IS_NOT_THE_HANDLER(Policy::notTheHandlerWhoReviews, HandlerCannotReview::new),
    INSPECTOR_IS_NOT_THE_HANDLER(Policy::notTheHandler, HandlerCannotInspect::new),
    INSPECTED_AGAIN_WHERE_DRAWN(Policy::drawn, NotDrawn::new),
    INSPECTED_AGAIN_BY_ANOTHER(Policy::notTheInspector, AnotherInspectorNeeded::new),
    REOPENED_ONCE_AND_IN_TIME(Policy::mayBeReopened, NotToReopen::new),
    DONE_AGAIN_BY_ANOTHER(Policy::anotherHand, AnotherHandNeeded::new),
    URGED_NOW_AND_THEN(Policy::notUrgedJustNow, UrgedEnough::new),
    EXTENDED_SO_OFTEN(Policy::extensionLeft, StepNotAllowed::new),
    ANSWERED_ONCE(Policy::extensionToAnswer, StepNotAllowed::new),
    /** Community partners hold tasks like departments, with narrower rights. */
    WITHIN_A_PARTNERS_RIGHTS(Policy::partnersRight, NotForPartners::new);

    private static final Set<String> REVIEWING = Set.of("accept", "send-back", "reject", "merge");
    private static final Set<String> APPRAISING = Set.of("approve", "disapprove");
    private static final Set<String> REINSPECTING = Set.of("uphold", "overturn");
    private static final Set<String> TAKING_IN_HAND = Set.of("sign", "finish", "sign-task", "report-task");
    private static final Set<String> ANSWERING = Set.of("grant-extension", "decline-extension");
    private static final Set<String> INSPECTING =
            Set.of("pass", "refuse", "approve", "disapprove", "uphold", "overturn");

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
        Id person = attempt.actor().person();
        return attempt.step().by().stream().anyMatch(FlowTable.Step.OF_CITIZENS::contains)
                || !(attempt.facts().subject().isOf(person)
                        || attempt.facts().assurance().reportedToo()
                        || wroteItDown(attempt));
    }

    /** Whoever wrote a case down for a caller does not review it. */
    private static boolean wroteItDown(Attempt attempt) {
        return REVIEWING.contains(attempt.step().name())
                && attempt.facts().involvement().wroteDown(attempt.actor().person());
    }

    private static boolean qualified(Attempt attempt) {
        boolean reviews = REVIEWING.contains(attempt.step().name())
                || APPRAISING.contains(attempt.step().name());
        Facts facts = attempt.facts();
        return !reviews || facts.assurance().qualifiedFor(facts.subject().now().type());
    }

    private static boolean notTheHandlerWhoReviews(Attempt attempt) {
        return !REVIEWING.contains(attempt.step().name())
                || !attempt.facts().involvement().handled(attempt.actor().person());
    }

    private static boolean drawn(Attempt attempt) {
        return !REINSPECTING.contains(attempt.step().name())
                || attempt.facts().assurance().drawn();
    }

    private static boolean notTheInspector(Attempt attempt) {
        return !REINSPECTING.contains(attempt.step().name())
                || !attempt.facts().involvement().took(attempt.actor().person(), Facts.INSPECTED);
    }

    private static boolean mayBeReopened(Attempt attempt) {
        Facts facts = attempt.facts();
        return !attempt.step().name().equals("reopen")
                || (facts.times("reopen") == 0
                        && facts.closing()
                                .map(closing -> closing.at()
                                        .plus(facts.rules().quality().reopenWithin()))
                                .filter(last -> !attempt.now().isAfter(last))
                                .isPresent());
    }

    /** Where the unit has nobody else it may be the same hand; among citizens there is always somebody else. */
    private static boolean anotherHand(Attempt attempt) {
        Facts facts = attempt.facts();
        if (attempt.step().name().equals("claim")) {
            return !facts.involvement().handledBefore(attempt.actor().person());
        }
        return !TAKING_IN_HAND.contains(attempt.step().name())
                || !facts.involvement().handledBefore(attempt.actor().person())
                || facts.assurance().hands().stream().allMatch(facts.involvement()::handledBefore);
    }

    private static boolean notServed(Attempt attempt) {
        return !attempt.step().name().equals("claim")
                || !attempt.facts().involvement().served(attempt.actor().person());
    }

    private static boolean claimLeft(Attempt attempt) {
        return !attempt.step().name().equals("claim")
                || attempt.facts().involvement().claimedBy(attempt.actor().person())
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
                || !attempt.facts().involvement().rejected(attempt.actor().person());
    }

    private static boolean notTheHandler(Attempt attempt) {
        return !INSPECTING.contains(attempt.step().name())
                || !attempt.facts().involvement().handled(attempt.actor().person());
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

    private static boolean partnersRight(Attempt attempt) {
        return !attempt.facts()
                        .rules()
                        .linkage()
                        .partners()
                        .mayNot()
                        .contains(attempt.step().name())
                || !attempt.forPartner();
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

package io.quanmin.casework;

import static io.quanmin.casework.Cast.DISPATCHER;
import static io.quanmin.casework.Cast.MONDAY;
import static io.quanmin.casework.Cast.NEIGHBOUR;
import static io.quanmin.casework.Cast.OFFICER;
import static io.quanmin.casework.Cast.OTHER_OFFICER;
import static io.quanmin.casework.Cast.OTHER_REVIEWER;
import static io.quanmin.casework.Cast.REPORTER;
import static io.quanmin.casework.Cast.REVIEWER;
import static io.quanmin.casework.Cast.SANITATION;
import static io.quanmin.casework.Cast.VERIFIER;
import static io.quanmin.casework.Cast.WORKS;
import static io.quanmin.casework.Cast.actor;
import static io.quanmin.casework.Cast.at;
import static io.quanmin.casework.Cast.facts;
import static io.quanmin.casework.Cast.fresh;
import static io.quanmin.casework.Cast.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Problem;
import io.quanmin.kernel.Role;
import io.quanmin.rulebook.Books;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

final class DecidingTest {

    private static final List<Id> NO_PHOTOS = List.of();
    private static final Move ACCEPT = new Move.Accept(null, null);
    private static final Move CONFIRM = new Move.Confirm(null, NO_PHOTOS);

    @Test
    void anAcceptedCaseGoesToVerificationWithTheDeadlineOfItsType() {
        Standing next = taken(facts(fresh()), REVIEWER, ACCEPT).next().now();

        assertThat(next.stage()).isEqualTo("in-verification");
        assertThat(next.version()).isEqualTo(2);
        // ten in the morning and eight working hours
        assertThat(next.dueAt()).isEqualTo("2026-11-24T02:00:00Z");
    }

    @Test
    void theLimitOfADangerousTypeRunsOnTheWallAlsoAtNight() {
        Instant night = Instant.parse("2026-11-27T15:00:00Z");
        Decision decision =
                Deciding.decide(facts(fresh("missing-manhole-cover")), REVIEWER, ACCEPT, Screening.PASSED, night);

        assertThat(((Decision.Taken) decision).next().now().dueAt()).isEqualTo(night.plus(Duration.ofHours(1)));
    }

    @Test
    void aReviewerSettlesWhatTheContentCheckCouldNotSay() {
        CaseFile unscreened = fresh();
        CaseFile doubtful = unscreened.with(unscreened.now().screened("垃圾", Screening.DOUBTFUL));

        assertThat(taken(facts(doubtful), REVIEWER, ACCEPT).next().now().screening())
                .isEqualTo(Screening.PASSED);
    }

    @Test
    void theTypeMayBeCorrectedAtAcceptance() {
        Standing next = taken(facts(fresh()), REVIEWER, new Move.Accept("missing-manhole-cover", "是井盖"))
                .next()
                .now();

        assertThat(next.type()).isEqualTo("missing-manhole-cover");
        assertThat(next.dangerous()).isTrue();
    }

    @Test
    void aTypeTheRulebookDoesNotHaveIsRefused() {
        assertThat(refused(facts(fresh()), REVIEWER, new Move.Accept("dragons", null)))
                .isInstanceOf(InvalidFields.class);
    }

    @Test
    void aConfirmedCaseIsDispatchedAtOnceToTheCertainUnit() {
        Decision.Taken taken = taken(facts(at("in-verification")), VERIFIER, CONFIRM);

        assertThat(taken.steps()).extracting(TakenStep::name).containsExactly("confirm", "dispatch");
        assertThat(taken.steps().getLast().capacity()).isEqualTo("SYSTEM");
        assertThat(taken.steps().getLast().by()).isNull();
        assertThat(taken.next().now().stage()).isEqualTo("dispatched");
        assertThat(taken.next().now().unit()).isEqualTo(SANITATION.id());
        assertThat(taken.next().now().version()).isEqualTo(4);
    }

    @Test
    void aConfirmedCaseThatCitizensCanSolveIsOfferedAtOnce() {
        CaseFile accepted =
                taken(facts(fresh("illegal-stickers")), REVIEWER, ACCEPT).next();

        Decision.Taken taken = taken(facts(accepted), VERIFIER, CONFIRM);

        assertThat(taken.steps()).extracting(TakenStep::name).containsExactly("confirm", "offer");
        assertThat(taken.steps().getLast().capacity()).isEqualTo("SYSTEM");
        assertThat(taken.next().now().stage()).isEqualTo("offered");
        assertThat(taken.next().now().unit()).isNull();
    }

    @Test
    void aConfirmedCaseOfNoCertainUnitWaitsForADispatcher() {
        CaseFile rubble = at("in-verification");
        rubble = rubble.with(rubble.now().typed("piled-rubble", false));
        Facts byTheFirstRulebook = new Facts(rubble, List.of(), Books.first(), Cast.UNITS, null);

        Decision.Taken taken = taken(byTheFirstRulebook, VERIFIER, CONFIRM);

        assertThat(taken.next().now().stage()).isEqualTo("registered");
        assertThat(taken.steps()).hasSize(1);
    }

    @Test
    void aConfirmedCaseWhoseUnitIsNotThereYetWaitsForADispatcher() {
        CaseFile water = at("in-verification");
        water = water.with(water.now().typed("burst-pipe", true));

        assertThat(taken(facts(water), VERIFIER, CONFIRM).next().now().stage()).isEqualTo("registered");
    }

    @Test
    void aReturnedCaseWaitsForADispatcherAndBelongsToNoUnit() {
        Decision.Taken taken = taken(facts(at("handling")), OFFICER, new Move.Return("不属于本单位"));

        assertThat(taken.next().now().stage()).isEqualTo("registered");
        assertThat(taken.next().now().unit()).isNull();
        assertThat(taken.steps()).hasSize(1);
    }

    @Test
    void aDispatcherMayChooseAnotherUnitThanTheRulebook() {
        Decision.Taken taken = taken(facts(at("registered")), DISPATCHER, new Move.Dispatch("municipal-works", null));

        assertThat(taken.next().now().unit()).isEqualTo(WORKS.id());
    }

    @Test
    void aUnitThatIsNotThereIsRefused() {
        assertThat(refused(facts(at("registered")), DISPATCHER, new Move.Dispatch("navy", null)))
                .isInstanceOf(InvalidFields.class);
    }

    @Test
    void aStepTheFlowDoesNotHaveHereIsRefusedWithTheStepsItHas() {
        Problem problem = refused(facts(fresh()), REVIEWER, CONFIRM);

        assertThat(problem).isInstanceOf(StepNotAllowed.class);
        assertThat(problem.members().get("allowed"))
                .asInstanceOf(InstanceOfAssertFactories.list(AllowedStep.class))
                .extracting(AllowedStep::step)
                .containsExactly("accept", "send-back", "reject", "merge");
    }

    @Test
    void aStepNobodyKnowsIsRefused() {
        assertThat(refused(facts(fresh()), REVIEWER, new Move.Unknown("fly"))).isInstanceOf(StepNotAllowed.class);
    }

    @Test
    void someoneWithoutTheRoleIsRefused() {
        assertThat(refused(facts(fresh()), VERIFIER, ACCEPT)).isInstanceOf(StepNotAllowed.class);
        assertThat(refused(facts(fresh()), NEIGHBOUR, ACCEPT)).isInstanceOf(StepNotAllowed.class);
    }

    @Test
    void someoneOfAnotherAreaIsRefused() {
        Actor elsewhere = actor(99, null, "990103", Role.REVIEWER);
        Actor nextStreet = actor(98, null, "990102002", Role.REVIEWER);

        assertThat(refused(facts(fresh()), elsewhere, ACCEPT)).isInstanceOf(StepNotAllowed.class);
        assertThat(refused(facts(fresh()), nextStreet, ACCEPT)).isInstanceOf(StepNotAllowed.class);
    }

    @Test
    void someoneOfTheCityWorksInEveryDistrict() {
        assertThat(taken(facts(fresh()), actor(97, null, "990100", Role.REVIEWER), ACCEPT)
                        .steps())
                .hasSize(1);
    }

    @Test
    void anOfficerOfAnotherUnitIsRefused() {
        assertThat(refused(facts(at("dispatched")), OTHER_OFFICER, new Move.Sign(null)))
                .isInstanceOf(StepNotAllowed.class);
    }

    @Test
    void nobodyReviewsTheirOwnReport() {
        Actor both = new Actor(
                REPORTER.person(), REPORTER.session(), REVIEWER.roles(), REVIEWER.staff(), null, "990102", null);

        assertThat(refused(facts(fresh()), both, ACCEPT)).isInstanceOf(OwnCase.class);
        assertThat(Attempt.allowed(facts(fresh()), both, MONDAY))
                .extracting(AllowedStep::step)
                .containsExactly("withdraw", "urge");
    }

    @Test
    void nobodyVerifiesHandlesOrInspectsTheirOwnReport() {
        Actor all = new Actor(
                REPORTER.person(),
                REPORTER.session(),
                Set.of(Role.VERIFIER, Role.OFFICER, Role.DISPATCHER),
                REVIEWER.staff(),
                SANITATION.id(),
                "990102",
                null);

        assertThat(refused(facts(at("in-verification")), all, CONFIRM)).isInstanceOf(OwnCase.class);
        assertThat(refused(facts(at("registered")), all, new Move.Dispatch(null, null)))
                .isInstanceOf(OwnCase.class);
        assertThat(refused(facts(at("dispatched")), all, new Move.Sign(null))).isInstanceOf(OwnCase.class);
        assertThat(refused(facts(at("handling")), all, new Move.Finish(null, List.of(Cast.id(1)))))
                .isInstanceOf(OwnCase.class);
        assertThat(refused(facts(at("in-inspection")), all, new Move.Pass(null, NO_PHOTOS)))
                .isInstanceOf(OwnCase.class);
    }

    @Test
    void onlyTheReporterWithdrawsSupplementsObjectsAndRates() {
        assertThat(refused(facts(fresh()), NEIGHBOUR, new Move.Withdraw(null))).isInstanceOf(StepNotAllowed.class);
        assertThat(refused(facts(at("sent-back")), NEIGHBOUR, new Move.Supplement("有图", NO_PHOTOS)))
                .isInstanceOf(StepNotAllowed.class);
        assertThat(refused(facts(at("rejected")), NEIGHBOUR, new Move.ObjectTo("不服")))
                .isInstanceOf(StepNotAllowed.class);
        assertThat(refused(facts(at("closed")), NEIGHBOUR, new Move.Rate(new Rating(true, 5, null))))
                .isInstanceOf(StepNotAllowed.class);
    }

    @Test
    void anObjectionGoesToAnotherReviewer() {
        TakenStep rejected = step("reject", "in-review", "rejected", REVIEWER);
        TakenStep objected = step("object", "rejected", "in-review", REPORTER);
        Facts facts = facts(fresh(), rejected, objected);

        assertThat(refused(facts, REVIEWER, ACCEPT)).isInstanceOf(AnotherReviewerNeeded.class);
        assertThat(taken(facts, OTHER_REVIEWER, ACCEPT).steps()).hasSize(1);
    }

    @Test
    void aReporterObjectsOnlyOnce() {
        TakenStep objected = step("object", "rejected", "in-review", REPORTER);
        Facts facts = facts(at("rejected"), objected);

        assertThat(refused(facts, REPORTER, new Move.ObjectTo("还是不服"))).isInstanceOf(StepNotAllowed.class);
    }

    @Test
    void theHandlerDoesNotInspect() {
        Actor both = actor(50, SANITATION.id(), "990102", Role.OFFICER, Role.VERIFIER);
        Facts facts = facts(at("in-inspection"), step("finish", "handling", "in-inspection", both));

        assertThat(refused(facts, both, new Move.Pass(null, NO_PHOTOS))).isInstanceOf(HandlerCannotInspect.class);
        assertThat(refused(facts, both, new Move.Refuse("没干净", NO_PHOTOS))).isInstanceOf(HandlerCannotInspect.class);
        assertThat(taken(facts, VERIFIER, new Move.Pass(null, NO_PHOTOS))
                        .next()
                        .now()
                        .stage())
                .isEqualTo("closed");
    }

    @Test
    void aRefusedResultIsHandledAgainByTheSameUnit() {
        Standing next = taken(facts(at("in-inspection")), VERIFIER, new Move.Refuse("没干净", NO_PHOTOS))
                .next()
                .now();

        assertThat(next.stage()).isEqualTo("handling");
        assertThat(next.unit()).isEqualTo(SANITATION.id());
        assertThat(next.dueAt()).isNotNull();
    }

    @Test
    void aSupplementIsAddedToTheDescriptionAndTheWorseScreeningCounts() {
        Decision decision = Deciding.decide(
                facts(at("sent-back")), REPORTER, new Move.Supplement("在北门", NO_PHOTOS), Screening.DOUBTFUL, MONDAY);
        Standing next = ((Decision.Taken) decision).next().now();

        assertThat(next.description()).isEqualTo("垃圾满溢\n在北门");
        assertThat(next.screening()).isEqualTo(Screening.DOUBTFUL);
        assertThat(next.stage()).isEqualTo("in-review");
    }

    @Test
    void aDescriptionDoesNotGrowWithoutBound() {
        CaseFile wordy = at("sent-back");
        CaseFile full = wordy.with(wordy.now().screened("长".repeat(2_999), Screening.PASSED));

        assertThat(refused(facts(full), REPORTER, new Move.Supplement("还有", NO_PHOTOS)))
                .isInstanceOf(InvalidFields.class);
    }

    @Test
    void aCaseIsMergedOnlyIntoAnotherOpenOne() {
        CaseFile subject = fresh();
        Move merge = new Move.Merge(new Id("990102", new UUID(9, 9)), null);
        CaseFile target = new CaseFile(
                new Id("990102", new UUID(9, 9)),
                "990102-20261123-0002",
                subject.origin(),
                at("handling").now());
        CaseFile closed = target.with(at("closed").now());
        CaseFile merged = target.with(at("merged").now());

        assertThat(taken(facts(subject).with(target), REVIEWER, merge)
                        .next()
                        .now()
                        .mergedInto())
                .isEqualTo(target.id());
        assertThat(refused(facts(subject), REVIEWER, merge)).isInstanceOf(MergeTargetUnfit.class);
        assertThat(refused(facts(subject).with(subject), REVIEWER, merge)).isInstanceOf(MergeTargetUnfit.class);
        assertThat(refused(facts(subject).with(closed), REVIEWER, merge)).isInstanceOf(MergeTargetUnfit.class);
        assertThat(refused(facts(subject).with(merged), REVIEWER, merge)).isInstanceOf(MergeTargetUnfit.class);
    }

    @Test
    void aRatingIsTheLastWord() {
        Decision.Taken taken = taken(facts(at("closed")), REPORTER, new Move.Rate(new Rating(true, 5, "很快")));

        assertThat(taken.next().now().stage()).isEqualTo("rated");
        assertThat(refused(facts(taken.next()), REPORTER, new Move.Rate(new Rating(false, 1, null))))
                .isInstanceOf(StepNotAllowed.class);
    }

    private static Decision.Taken taken(Facts facts, Actor actor, Move move) {
        Decision decision = Deciding.decide(facts, actor, move, Screening.PASSED, MONDAY);
        assertThat(decision).isInstanceOf(Decision.Taken.class);
        return (Decision.Taken) decision;
    }

    private static Problem refused(Facts facts, Actor actor, Move move) {
        Decision decision = Deciding.decide(facts, actor, move, Screening.PASSED, MONDAY);
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).problem();
    }
}

package io.quanmin.casework;

import static io.quanmin.casework.Cast.MONDAY;
import static io.quanmin.casework.Cast.OFFICER;
import static io.quanmin.casework.Cast.OTHER_OFFICER;
import static io.quanmin.casework.Cast.OTHER_VERIFIER;
import static io.quanmin.casework.Cast.REPORTER;
import static io.quanmin.casework.Cast.REVIEWER;
import static io.quanmin.casework.Cast.SECOND_OFFICER;
import static io.quanmin.casework.Cast.VERIFIER;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.approval.Qualification;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Problem;
import io.quanmin.kernel.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may judge a result, and who may do it again. */
final class QualityTest {

    private static final Set<Id> TWO = Set.of(OFFICER.person(), SECOND_OFFICER.person());

    private final List<TakenStep> history = new ArrayList<>();
    private CaseFile file = Cast.at("dispatched");
    private Assurance assurance = new Assurance(false, TWO, true, false, Qualification.ALL);
    private Instant now = MONDAY;

    @Test
    void aReopenedCaseGoesToAnotherHandOfTheUnit() {
        close();
        move(REPORTER, new Move.Rate(new Rating(false, 1, "还在")));
        move(REPORTER, new Move.Reopen("垃圾还在原处", List.of()));

        assertThat(file.now().stage()).isEqualTo("registered");
        assertThat(file.now().unit()).isNull();
        assertThat(file.now().rating()).isNull();
        assertThat(file.now().answer()).isNull();
        move(Cast.DISPATCHER, new Move.Dispatch("sanitation", null));
        assertThat(refused(OFFICER, new Move.Sign(null))).isInstanceOf(AnotherHandNeeded.class);
        move(SECOND_OFFICER, new Move.Sign(null));
        assertThat(refused(OFFICER, new Move.Finish(null, List.of()))).isInstanceOf(AnotherHandNeeded.class);
        move(SECOND_OFFICER, new Move.Finish(null, List.of()));
        assertThat(file.now().stage()).isEqualTo("in-inspection");
    }

    @Test
    void whereTheUnitHasNobodyElseTheSameHandDoesItAgain() {
        close();
        move(REPORTER, new Move.Reopen("垃圾还在原处", List.of()));
        move(Cast.DISPATCHER, new Move.Dispatch("sanitation", null));
        assurance = new Assurance(false, Set.of(OFFICER.person()), false, false, Qualification.ALL);

        move(OFFICER, new Move.Sign(null));
        assertThat(file.now().stage()).isEqualTo("handling");
    }

    @Test
    void aCaseIsReopenedOnceAndOnlyWithinFifteenDays() {
        close();
        now = now.plus(Duration.ofDays(15)).plusSeconds(1);
        assertThat(refused(REPORTER, new Move.Reopen("还在", List.of()))).isInstanceOf(NotToReopen.class);
        now = now.minusSeconds(1);
        assertThat(refused(Cast.NEIGHBOUR, new Move.Reopen("还在", List.of()))).isInstanceOf(StepNotAllowed.class);
        move(REPORTER, new Move.Reopen("还在", List.of()));
        move(Cast.DISPATCHER, new Move.Dispatch("municipal-works", null));
        move(OTHER_OFFICER, new Move.Sign(null));
        move(OTHER_OFFICER, new Move.Finish(null, List.of()));
        move(VERIFIER, new Move.Pass(null, List.of()));

        assertThat(refused(REPORTER, new Move.Reopen("又来", List.of()))).isInstanceOf(NotToReopen.class);
        move(REPORTER, new Move.Rate(new Rating(true, 5, null)));
    }

    @Test
    void anotherPersonInspectsAgainAndOnlyWhatWasDrawn() {
        close();
        assertThat(refused(VERIFIER, new Move.Uphold(null, List.of()))).isInstanceOf(AnotherInspectorNeeded.class);
        assertThat(refused(VERIFIER, new Move.Overturn("仍有", List.of()))).isInstanceOf(AnotherInspectorNeeded.class);
        Actor both = Cast.actor(50, Cast.SANITATION.id(), "990102", Role.OFFICER, Role.VERIFIER);
        assertThat(refused(both, new Move.Uphold(null, List.of()))).isInstanceOf(HandlerCannotInspect.class);

        move(OTHER_VERIFIER, new Move.Uphold(null, List.of()));
        assertThat(file.now().stage()).isEqualTo("closed");
        assurance = Assurance.NONE;
        assertThat(refused(OTHER_VERIFIER, new Move.Overturn("仍有", List.of()))).isInstanceOf(NotDrawn.class);
    }

    @Test
    void aResultOverturnedIsDoneAgainByAnotherHand() {
        close();
        move(OTHER_VERIFIER, new Move.Overturn("现场仍有垃圾", List.of()));

        assertThat(file.now().stage()).isEqualTo("registered");
        move(Cast.DISPATCHER, new Move.Dispatch("sanitation", null));
        assertThat(refused(OFFICER, new Move.Sign(null))).isInstanceOf(AnotherHandNeeded.class);
    }

    @Test
    void nobodyReviewsWhatTheyReportedInAnyWayOrHandled() {
        file = Cast.fresh();
        Actor serves = Cast.actor(10, null, "990102", Role.CITIZEN, Role.REVIEWER);
        assertThat(refused(serves, new Move.Accept(null, null))).isInstanceOf(OwnCase.class);
        assurance = new Assurance(true, Set.of(), false, false, Qualification.ALL);
        assertThat(refused(REVIEWER, new Move.Accept(null, null))).isInstanceOf(OwnCase.class);
        assurance = Assurance.NONE;
        history.add(Cast.step("finish", "handling", "in-inspection", REVIEWER));
        assertThat(refused(REVIEWER, new Move.Reject("不是"))).isInstanceOf(HandlerCannotReview.class);
        move(Cast.OTHER_REVIEWER, new Move.Accept(null, null));
    }

    @Test
    void whoIsNamedForSomeTypesReviewsNoOthers() {
        file = Cast.fresh();
        assurance = Assurance.NONE.qualified(Qualification.only(Set.of("dirty-water")));
        assertThat(refused(REVIEWER, new Move.Accept(null, null))).isInstanceOf(NotQualified.class);
        assurance = Assurance.NONE.qualified(Qualification.only(Set.of("dirty-water", "exposed-garbage")));
        move(REVIEWER, new Move.Accept(null, null));
    }

    @Test
    void whoIsNamedForNoTypeAnyMoreReviewsNothing() {
        file = Cast.fresh();
        assurance = Assurance.NONE.qualified(Qualification.only(Set.of()));
        assertThat(refused(REVIEWER, new Move.Accept(null, null))).isInstanceOf(NotQualified.class);
    }

    @Test
    void aCaseIsClosedWithAnAnswerThatWasCheckedAndMayBeCorrected() {
        move(OFFICER, new Move.Sign(null));
        move(OFFICER, new Move.Finish(null, List.of()));
        assertThat(file.now().answer()).contains("桂花路 1 号").contains("环卫中心").doesNotContain("{");
        move(VERIFIER, new Move.Pass(null, List.of(), "垃圾已清运，感谢监督。"));
        assertThat(file.now().answer()).isEqualTo("垃圾已清运，感谢监督。");
    }

    private void close() {
        move(OFFICER, new Move.Sign(null));
        move(OFFICER, new Move.Finish(null, List.of()));
        move(VERIFIER, new Move.Pass(null, List.of()));
    }

    private Facts facts() {
        return Cast.facts(file, history.toArray(TakenStep[]::new)).with(assurance);
    }

    private void move(Actor actor, Move move) {
        Decision decision = Deciding.decide(facts(), actor, move, Screening.PASSED, now);
        assertThat(decision).as("%s by %s", move, actor.roles()).isInstanceOf(Decision.Taken.class);
        Decision.Taken taken = (Decision.Taken) decision;
        history.addAll(taken.steps());
        file = taken.next();
    }

    private Problem refused(Actor actor, Move move) {
        Decision decision = Deciding.decide(facts(), actor, move, Screening.PASSED, now);
        assertThat(decision).as("%s by %s", move, actor.roles()).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).problem();
    }
}

package io.quanmin.casework;

import static io.quanmin.casework.Cast.MONDAY;
import static io.quanmin.casework.Cast.REVIEWER;
import static io.quanmin.casework.Cast.VERIFIER;
import static io.quanmin.casework.Cast.at;
import static io.quanmin.casework.Cast.facts;
import static io.quanmin.casework.Cast.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.identity.Unit;
import io.quanmin.kernel.Actor;
import io.quanmin.kernel.InvalidFields;
import io.quanmin.kernel.Problem;
import io.quanmin.place.Division;
import io.quanmin.rulebook.LinkageMode;
import io.quanmin.rulebook.ProblemType.Difficulty;
import io.quanmin.rulebook.Proposal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How hard a case is taken to be, and to whom it then goes by itself. */
final class GradingTest {

    @Test
    void withoutAWordFromTheReviewerTheRuleHolds() {
        Linkage linkage = accepted(facts(fresh()), new Move.Accept(null, null));

        assertThat(linkage.difficulty()).isEqualTo(Difficulty.ORDINARY);
        assertThat(linkage.mode()).isEqualTo(LinkageMode.LEVELS);
    }

    @Test
    void aCorrectedTypeIsGradedAnew() {
        assertThat(accepted(facts(fresh()), new Move.Accept("dirty-water", null))
                        .difficulty())
                .isEqualTo(Difficulty.HARD);
    }

    @Test
    void whatWasSolvedHereAgainAndAgainIsHarder() {
        Facts twice = facts(fresh()).with(Map.of("exposed-garbage", 2L, "shared-bikes", 9L));
        Facts thrice = facts(fresh()).with(Map.of("exposed-garbage", 3L));

        assertThat(twice.proposal(twice.type()).difficulty()).isEqualTo(Difficulty.ORDINARY);
        assertThat(thrice.proposal(thrice.type()).difficulty()).isEqualTo(Difficulty.HARD);
        assertThat(thrice.proposal(thrice.type()).why())
                .containsExactlyInAnyOrder(Proposal.Why.TYPE, Proposal.Why.RECURRING);
    }

    @Test
    void atSomePlacesATypeIsHarderThanElsewhere() {
        CaseFile elsewhere = fresh("shared-bikes");
        Origin from = elsewhere.origin();
        CasePlace place = from.place();
        CasePlace other = new CasePlace(
                "990102002001",
                place.areaName(),
                false,
                place.address(),
                place.point(),
                place.given(),
                place.accuracy());
        CaseFile there = new CaseFile(
                elsewhere.id(),
                elsewhere.number(),
                new Origin(
                        from.rules(),
                        from.anonymous(),
                        from.hidden(),
                        other,
                        from.reporter(),
                        from.at(),
                        from.publicly()),
                elsewhere.now());

        Proposal usual = facts(elsewhere).proposal(facts(elsewhere).type());
        Proposal harder = facts(there).proposal(facts(there).type());

        assertThat(usual.difficulty()).isEqualTo(Difficulty.SIMPLE);
        assertThat(usual.why()).containsExactly(Proposal.Why.TYPE);
        assertThat(harder.difficulty()).isEqualTo(Difficulty.ORDINARY);
        assertThat(harder.why()).containsExactly(Proposal.Why.PLACE);
    }

    @Test
    void whatWasReopenedIsHarder() {
        Facts reopened = facts(at("registered"), Cast.step("reopen", "closed", "registered", Cast.REPORTER));

        assertThat(reopened.proposal(reopened.type()).why()).contains(Proposal.Why.REOPENED);
        assertThat(reopened.proposal(reopened.type()).difficulty()).isEqualTo(Difficulty.HARD);
    }

    @Test
    void anotherDifficultyThanTheRuleProposesTakesAReason() {
        assertThat(refused(facts(fresh()), override(Difficulty.HARD, null, null)))
                .isInstanceOf(InvalidFields.class)
                .extracting(problem -> String.valueOf(problem.members().get("violations")))
                .asString()
                .contains("field=reason");

        Linkage linkage = accepted(facts(fresh()), override(Difficulty.HARD, null, "涉及多家商户"));
        assertThat(linkage.difficulty()).isEqualTo(Difficulty.HARD);
    }

    @Test
    void whatTheRuleProposesAnywayTakesNoReason() {
        assertThat(accepted(facts(fresh()), override(Difficulty.ORDINARY, LinkageMode.LEVELS, null))
                        .mode())
                .isEqualTo(LinkageMode.LEVELS);
    }

    @Test
    void aDangerousCaseIsNeverLeftToCitizens() {
        assertThat(refused(facts(fresh("missing-manhole-cover")), override(null, LinkageMode.SELF, "很简单")))
                .isInstanceOf(InvalidFields.class);
    }

    @Test
    void aConfirmedCaseBeginsAtTheLevelOfTheRule() {
        Standing rubble = confirmed("piled-rubble", Cast.UNITS).now();

        assertThat(rubble.stage()).isEqualTo("dispatched");
        assertThat(rubble.linkage().level()).isEqualTo(Division.Level.COMMUNITY);
        assertThat(rubble.unit()).isEqualTo(Cast.COMMUNITY_OFFICE.id());
    }

    @Test
    void aUnitThatIsNotThereAnyMoreLeavesTheCaseToTheDispatcherAndSaysWhy() {
        CaseFile rubble = at("in-verification");
        rubble = rubble.with(rubble.now().typed("piled-rubble", false));
        Facts facts = new Facts(rubble, List.of(), Cast.RULES, List.of(Cast.SANITATION), null);

        Decision.Taken taken = taken(facts, VERIFIER, new Move.Confirm(null, List.of()));

        assertThat(taken.steps()).extracting(TakenStep::name).containsExactly("confirm", "unplaced");
        assertThat(taken.steps().getLast().reason()).contains("yumatou-community");
        assertThat(taken.next().now().stage()).isEqualTo("registered");
    }

    @Test
    void aDispatcherWhoNamesNoUnitSendsItToTheFirstLevelAndAnyUnitHasItsLevel() {
        CaseFile rubble = at("registered");
        rubble = rubble.with(rubble.now().typed("piled-rubble", false));

        Linkage ruled = taken(facts(rubble), Cast.DISPATCHER, new Move.Dispatch(null, null))
                .next()
                .now()
                .linkage();
        Linkage chosen = taken(facts(rubble), Cast.DISPATCHER, new Move.Dispatch("city-command", null))
                .next()
                .now()
                .linkage();

        assertThat(ruled.level()).isEqualTo(Division.Level.COMMUNITY);
        assertThat(chosen.level()).isEqualTo(Division.Level.CITY);
        assertThat(chosen.unit()).isEqualTo(Cast.CITY_OFFICE.id());
    }

    private static CaseFile confirmed(String type, List<Unit> units) {
        CaseFile file = at("in-verification");
        file = file.with(file.now().typed(type, false));
        Facts facts = new Facts(file, List.of(), Cast.RULES, units, null);
        return taken(facts, VERIFIER, new Move.Confirm(null, List.of())).next();
    }

    private static Move.Accept override(
            @Nullable Difficulty difficulty, @Nullable LinkageMode mode, @Nullable String reason) {
        return new Move.Accept(null, difficulty, mode, null, reason);
    }

    private static Linkage accepted(Facts facts, Move.Accept accept) {
        return taken(facts, REVIEWER, accept).next().now().linkage();
    }

    private static Decision.Taken taken(Facts facts, Actor actor, Move move) {
        Decision decision = Deciding.decide(facts, actor, move, Screening.PASSED, MONDAY);
        assertThat(decision).isInstanceOf(Decision.Taken.class);
        return (Decision.Taken) decision;
    }

    private static Problem refused(Facts facts, Move move) {
        Decision decision = Deciding.decide(facts, REVIEWER, move, Screening.PASSED, MONDAY);
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).problem();
    }
}

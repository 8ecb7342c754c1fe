package io.quanmin.casework;

import static io.quanmin.casework.Cast.at;
import static io.quanmin.casework.Cast.facts;
import static io.quanmin.casework.Cast.fresh;
import static io.quanmin.casework.Cast.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.casework.About.Answer;
import io.quanmin.kernel.Id;
import io.quanmin.rulebook.VolunteerRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What answers weigh, and what is concluded from them. */
final class ConclusionTest {

    private static final VolunteerRules.Weights RULE = Cast.RULES.volunteers().weights();
    private static final AskTable.Past NEW = new AskTable.Past(0, 0);

    @ParameterizedTest
    @CsvSource({
        "false, , false, true, 1",
        "true, , false, true, 1.5",
        "true, 100, false, true, 2",
        "true, 101, false, true, 1.5",
        "true, 100, true, true, 1",
        "true, 100, false, false, 1",
        "false, , true, false, 0.25"
    })
    void photosAndNearnessAddSupportersAndOffersAreHalved(
            boolean photo, @Nullable Double distance, boolean supporter, boolean invited, double weight) {
        assertThat(Weighing.weight(RULE, photo, distance, supporter, invited, NEW))
                .isEqualTo(weight);
    }

    @Test
    void whoWasRightBeforeWeighsMoreFromTheThirdAnswerOn() {
        assertThat(weight(new AskTable.Past(2, 2))).isEqualTo(1);
        assertThat(weight(new AskTable.Past(3, 3))).isEqualTo(1.5);
        assertThat(weight(new AskTable.Past(1, 4))).isEqualTo(1.125);
    }

    @Test
    void enoughOfThemConfirmAReport() {
        assertThat(concluded(at("in-verification"), 1.5, Answer.YES, Answer.YES))
                .map(Move::note)
                .contains("2 位全民网格员到场确认属实");
    }

    @Test
    void oneAloneConfirmsNothingHoweverMuchTheyWeigh() {
        assertThat(concluded(at("in-verification"), 9, Answer.YES)).isEmpty();
    }

    @Test
    void tooLittleWeightOrAnybodyWhoDoesNotSeeItConfirmsNothing() {
        assertThat(concluded(at("in-verification"), 1, Answer.YES, Answer.YES)).isEmpty();
        assertThat(concluded(at("in-verification"), 2, Answer.YES, Answer.YES, Answer.NO))
                .isEmpty();
        assertThat(concluded(at("in-verification"), 2, Answer.YES, Answer.YES, Answer.CANNOT_FIND))
                .isEmpty();
    }

    @Test
    void whatIsDangerousIsNeverConfirmedByAnswers() {
        CaseFile burst = fresh("burst-pipe");
        CaseFile verified = burst.with(burst.now().at("in-verification", null));
        assertThat(concluded(verified, 2, Answer.YES, Answer.YES)).isEmpty();
    }

    @Test
    void theAnswerOfWhoReportedOrHandledItDoesNotCount() {
        CaseFile file = at("in-verification");
        Ask.Round round = round(About.REPORT);
        List<Ask> asks = List.of(
                ask(round, Cast.REPORTER.person(), Answer.YES, 2),
                ask(round, Cast.REVIEWER.person(), Answer.YES, 2),
                ask(round, id(900), Answer.YES, 2));
        Facts facts = facts(file, Cast.step("accept", "in-review", "in-verification", Cast.REVIEWER));
        assertThat(Tally.of(asks, facts.involvement().involved())).isEqualTo(new Tally(1, 1, 0, 0, 2));
        assertThat(Conclusion.of(
                        facts, round, Tally.of(asks, facts.involvement().involved())))
                .isEmpty();
    }

    @Test
    void aRepairIsPassedByAPerson() {
        Ask.Round round = round(About.REPAIR);
        List<Ask> asks = List.of(ask(round, id(900), Answer.YES, 5), ask(round, id(901), Answer.YES, 5));
        assertThat(Conclusion.of(facts(at("in-inspection")), round, Tally.of(asks, Set.of())))
                .isEmpty();
    }

    @Test
    void theServiceTakesOnlyStepsThatTheFlowGivesIt() {
        Move confirm = new Move.Confirm("2 位", List.of());
        Decision.Taken taken = Deciding.ofService(facts(at("in-verification")), confirm, Cast.MONDAY)
                .orElseThrow();
        assertThat(taken.steps()).extracting(TakenStep::name).containsExactly("confirm", "dispatch");
        assertThat(taken.steps()).extracting(TakenStep::capacity).containsOnly("SYSTEM");
        assertThat(taken.steps().getFirst().by()).isNull();
        assertThat(Deciding.ofService(facts(at("in-inspection")), new Move.Pass(null, List.of()), Cast.MONDAY))
                .isEmpty();
    }

    private static double weight(AskTable.Past past) {
        return Weighing.weight(RULE, false, null, false, true, past);
    }

    private static Optional<Move> concluded(CaseFile file, double weight, Answer... answers) {
        Ask.Round round = round(About.REPORT);
        List<Ask> asks = IntStream.range(0, answers.length)
                .mapToObj(nth -> ask(round, id(900 + nth), answers[nth], weight))
                .toList();
        return Conclusion.of(
                facts(file),
                round,
                Tally.of(Stream.concat(asks.stream(), Stream.of(silent(round))).toList(), Set.of()));
    }

    private static Ask.Round round(About about) {
        return new Ask.Round(2, about, Cast.MONDAY, Cast.MONDAY.plusSeconds(3_600), null);
    }

    private static Ask ask(Ask.Round round, Id person, Answer answer, double weight) {
        Ask.Answered answered = new Ask.Answered(answer, Cast.MONDAY, null, List.of(), null, weight);
        return new Ask(id(800), id(1), round, person, true, Cast.MONDAY, answered);
    }

    private static Ask silent(Ask.Round round) {
        return new Ask(id(801), id(1), round, id(999), true, Cast.MONDAY, null);
    }
}

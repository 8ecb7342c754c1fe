package io.quanmin.casework;

import static io.quanmin.casework.Cast.MONDAY;
import static io.quanmin.casework.Cast.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanmin.casework.Result.Doubt;
import io.quanmin.casework.Result.Shot;
import io.quanmin.kernel.Id;
import io.quanmin.kernel.Problem;
import io.quanmin.rulebook.ClaimRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of a citizen's result, by rule. */
final class CheckingTest {

    private static final Instant REPORTED = MONDAY.minus(Duration.ofHours(30));
    private static final Instant CLAIMED = MONDAY.minus(Duration.ofHours(3));
    private static final Instant DONE = MONDAY.minus(Duration.ofMinutes(5));
    private static final Id ELSEWHERE = id(99);

    @Test
    void aResultTakenHereAndNowIsTaken() {
        assertThat(fault(rules(ClaimRules.Doubt.REFUSE), shot(false, DONE, 20.0), shot(true, DONE, 30.0)))
                .isEqualTo("taken");
    }

    @Test
    void theFarthestPhotoCounts() {
        assertThat(fault(rules(ClaimRules.Doubt.APPRAISE), shot(false, DONE, 20.0), shot(true, DONE, 201.0)))
                .isEqualTo("result-too-far");
        assertThat(fault(rules(ClaimRules.Doubt.APPRAISE), shot(false, DONE, 20.0), shot(true, DONE, 200.0)))
                .isEqualTo("taken");
    }

    @Test
    void afterwardsIsAfterTheClaimAndBeforeIsAfterTheReport() {
        Instant betweenBoth = CLAIMED.minus(Duration.ofHours(1));
        assertThat(fault(rules(ClaimRules.Doubt.APPRAISE), shot(false, betweenBoth, 1.0), shot(true, DONE, 1.0)))
                .isEqualTo("taken");
        assertThat(fault(rules(ClaimRules.Doubt.APPRAISE), shot(false, DONE, 1.0), shot(true, betweenBoth, 1.0)))
                .isEqualTo("photo-taken-earlier");
        assertThat(fault(
                        rules(ClaimRules.Doubt.APPRAISE),
                        shot(false, REPORTED.minus(Duration.ofHours(1)), 1.0),
                        shot(true, DONE, 1.0)))
                .isEqualTo("photo-taken-earlier");
    }

    @Test
    void aCamerasClockMayBeALittleWrong() {
        Instant within = CLAIMED.minus(Duration.ofSeconds(119));
        Instant beyond = CLAIMED.minus(Duration.ofSeconds(121));
        assertThat(fault(rules(ClaimRules.Doubt.APPRAISE), shot(true, within, 1.0)))
                .isEqualTo("taken");
        assertThat(fault(rules(ClaimRules.Doubt.APPRAISE), shot(true, beyond, 1.0)))
                .isEqualTo("photo-taken-earlier");
    }

    @Test
    void whatShowsThePlaceBeforeWasNotTakenAfterwards() {
        Instant later = DONE.plus(Duration.ofSeconds(121));
        Instant aLittle = DONE.plus(Duration.ofSeconds(119));
        assertThat(fault(rules(ClaimRules.Doubt.APPRAISE), shot(false, later, 1.0), shot(true, DONE, 1.0)))
                .isEqualTo("photo-taken-earlier");
        assertThat(fault(rules(ClaimRules.Doubt.APPRAISE), shot(false, aLittle, 1.0), shot(true, DONE, 1.0)))
                .isEqualTo("taken");
        assertThat(fault(rules(ClaimRules.Doubt.APPRAISE), shot(false, later, 1.0), shot(true, null, null)))
                .isEqualTo("taken");
    }

    @Test
    void aPhotoOfBeforeMayBeTooOld() {
        assertThat(fault(
                        rules(ClaimRules.Doubt.APPRAISE),
                        shot(false, MONDAY.minus(Duration.ofHours(25)), 1.0),
                        shot(true, DONE, 1.0)))
                .isEqualTo("photo-too-old");
    }

    @Test
    void aPhotoFromTheFutureProvesNothing() {
        Shot future = shot(true, MONDAY.plus(Duration.ofHours(5)), 1.0);
        assertThat(fault(rules(ClaimRules.Doubt.REFUSE), future)).isEqualTo("photo-unproven");
        assertThat(doubts(rules(ClaimRules.Doubt.APPRAISE), 100, future)).contains(Doubt.UNPROVEN);
    }

    @Test
    void whatProvesNothingIsRefusedOrAppraisedByRule() {
        Shot silent = shot(true, null, null);
        assertThat(fault(rules(ClaimRules.Doubt.REFUSE), silent)).isEqualTo("photo-unproven");
        assertThat(fault(rules(ClaimRules.Doubt.APPRAISE), silent)).isEqualTo("taken");
        assertThat(doubts(rules(ClaimRules.Doubt.APPRAISE), 100, silent)).containsExactly(Doubt.UNPROVEN);
    }

    @Test
    void aPictureUsedElsewhereIsRefusedOrAppraisedByRule() {
        Shot used = new Shot(id(1), true, DONE, DONE, 1.0, ELSEWHERE);
        assertThat(fault(rules(ClaimRules.Doubt.REFUSE), used)).isEqualTo("picture-used-before");
        assertThat(fault(rules(ClaimRules.Doubt.APPRAISE), used)).isEqualTo("taken");
        Result.Checked checked =
                checking(rules(ClaimRules.Doubt.APPRAISE), id(1), 100, used).checked(Set.of());
        assertThat(checked.doubts()).containsExactly(Doubt.REUSED);
        assertThat(checked.twin()).isEqualTo(ELSEWHERE);
    }

    @Test
    void theFirstResultsOfAPersonAreAlwaysAppraised() {
        Shot good = shot(true, DONE, 1.0);
        assertThat(doubts(rules(ClaimRules.Doubt.APPRAISE), 2, good)).containsExactly(Doubt.FIRST_OF_PERSON);
        assertThat(doubts(rules(ClaimRules.Doubt.APPRAISE), 3, good)).isEmpty();
    }

    @Test
    void theSampleTakesTheShareOfTheRuleAndTheSameCaseTheSameWay() {
        ClaimRules thirty = rules(ClaimRules.Doubt.APPRAISE, 0.3);
        Shot good = shot(true, DONE, 1.0);
        long taken = IntStream.range(0, 2_000)
                .filter(nth -> sampled(thirty, nth, good))
                .count();
        assertThat(taken).isBetween(500L, 700L);
        assertThat(IntStream.range(0, 100))
                .allSatisfy(nth -> assertThat(sampled(thirty, nth, good)).isEqualTo(sampled(thirty, nth, good)));
        assertThat(IntStream.range(0, 100))
                .noneMatch(nth -> sampled(rules(ClaimRules.Doubt.APPRAISE, 0), nth, good))
                .allMatch(nth -> sampled(rules(ClaimRules.Doubt.APPRAISE, 1), nth, good));
    }

    private static boolean sampled(ClaimRules rules, int caseNumber, Shot shot) {
        Id of = new Id("990102", new UUID(0, caseNumber));
        return checking(rules, of, 100, shot).checked(Set.of()).doubts().contains(Doubt.SAMPLED);
    }

    private static List<Doubt> doubts(ClaimRules rules, int earlier, Shot... shots) {
        return checking(rules, id(1), earlier, shots).checked(Set.of()).doubts();
    }

    private static String fault(ClaimRules rules, Shot... shots) {
        return checking(rules, id(1), 100, shots).fault().map(Problem::slug).orElse("taken");
    }

    private static Checking checking(ClaimRules rules, Id of, int earlier, Shot... shots) {
        Result result = new Result(List.of(shots), null, true, false, earlier);
        return new Checking(rules, result, of, "exposed-garbage", 0, true, REPORTED, CLAIMED, MONDAY);
    }

    private static Shot shot(boolean after, @Nullable Instant takenAt, @Nullable Double metres) {
        return new Shot(id(after ? 2 : 1), after, takenAt, DONE, metres, null);
    }

    private static ClaimRules rules(ClaimRules.Doubt doubt) {
        return rules(doubt, 0);
    }

    private static ClaimRules rules(ClaimRules.Doubt doubt, double share) {
        ClaimRules.Proof proof =
                new ClaimRules.Proof(200, Duration.ofHours(24), Duration.ofMinutes(2), doubt, 4, doubt);
        return new ClaimRules(Map.of(), 3, 2, proof, new ClaimRules.Appraisal(3, share, Map.of()), Set.of());
    }
}

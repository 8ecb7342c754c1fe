package io.quanmin.rulebook;

import static io.quanmin.rulebook.Books.stage;
import static io.quanmin.rulebook.SpoiltBooks.lines;
import static io.quanmin.rulebook.SpoiltBooks.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quanmin.place.Division;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A rulebook that cannot be worked by is refused, and all that is wrong with it said. */
final class RulesCheckTest {

    @Test
    void theRulebooksThatComeWithTheServiceAreSound() {
        assertThat(RulesCheck.faults(Books.first())).isEmpty();
        assertThat(RulesCheck.faults(Books.present())).isEmpty();
    }

    @Test
    void theFirstRulebookHasMoreThanTenTypesInThreeGroups() {
        List<TypeGroup> groups = Books.first().groups();

        assertThat(groups).extracting(TypeGroup::name).containsExactly("市容环境", "公用设施", "突发事件");
        assertThat(groups.stream().mapToInt(group -> group.types().size()).sum())
                .isGreaterThanOrEqualTo(10);
    }

    @Test
    void everyOpenStageOfTheOfficialsHasADeadlineForEveryType() {
        Rules rules = Books.first();
        List<String> official =
                List.of("in-review", "in-verification", "registered", "dispatched", "handling", "in-inspection");

        rules.groups().stream()
                .flatMap(group -> group.types().stream())
                .forEach(type -> assertThat(official)
                        .allSatisfy(
                                stage -> assertThat(rules.due(type, type.difficulty(), stage, rules.effectiveFrom()))
                                        .isPresent()));
    }

    @Test
    void aCityThatNeverWorksIsAFault() {
        WorkingCalendar first = Books.first().calendar();
        WorkingCalendar idle =
                new WorkingCalendar(first.zone(), Set.of(), first.opens(), first.closes(), Set.of(), Set.of());

        assertThat(lines(Books.withCalendar(idle))).contains("calendar 按这个日历，全市没有上班的时候，或每天不足一小时");
    }

    @Test
    void aDayCannotBeBothAHolidayAndADayOfWork() {
        Set<LocalDate> day = Set.of(LocalDate.parse("2026-10-10"));
        WorkingCalendar both = new WorkingCalendar(
                Books.first().calendar().zone(),
                Set.of(DayOfWeek.MONDAY),
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                day,
                day);

        assertThat(lines(Books.withCalendar(both)))
                .containsExactly("calendar/holidays/2026-10-10 2026-10-10 既是假日又是补班日");
    }

    @Test
    void theReasonToRefuseIsOneSentence() {
        Rules spoilt = Books.withTypes(type("pipe", true, List.of(), Map.of()));

        assertThatExceptionOfType(InvalidRulebook.class)
                .isThrownBy(() -> RulesCheck.checked(spoilt))
                .withMessage("Version 2 of the rulebook cannot be used: "
                        + "groups/pipe/hotlines 问题类型“名称”：危险类型必须有热线电话，其他类型不能有.");
    }

    @Test
    void everyFaultIsSaidAndNotOnlyTheFirst() {
        Map<String, TimeLimit> lost = Map.of("fly", new TimeLimit(Duration.ofHours(1), TimeLimit.Clock.WALL));

        assertThat(lines(Books.withTypes(
                        type("pipe", true, List.of(), lost), type("lamp", false, List.of("110"), lost))))
                .hasSize(4);
    }

    @Test
    void twoRowsThatAreEquallySpecificAreAFault() {
        Responsibility.Row row = new Responsibility.Row("*", "990102", Division.Level.STREET, "linxi-street");

        assertThat(lines(Books.withRows(row, row))).containsExactly("responsibility/rows/1 责任分工里有两行的类型、区域和层级相同，分不清谁负责");
    }

    @Test
    void aRowForATypeThatIsNotThereIsAFault() {
        assertThat(lines(Books.withRows(new Responsibility.Row("ufo", "*", Division.Level.STREET, "linxi-street"))))
                .containsExactly("responsibility/rows/0 责任分工里的问题类型 ufo 不在目录中");
    }

    @Test
    void claimsWithoutAnEndTooFarOrOfDangerousTypesAreFaults() {
        ClaimRules.Proof far = new ClaimRules.Proof(
                9_000, Duration.ZERO, Duration.ZERO, ClaimRules.Doubt.REFUSE, 4, ClaimRules.Doubt.REFUSE);
        ClaimRules spoilt = new ClaimRules(
                Map.of("fly", new TimeLimit(Duration.ofHours(1), TimeLimit.Clock.WALL)),
                0,
                1,
                far,
                new ClaimRules.Appraisal(0, 1.5, Map.of()),
                Set.of("missing-manhole-cover"));

        assertThat(RulesCheck.faults(Books.withClaims(spoilt)))
                .extracting(Fault::where)
                .containsExactly(
                        "claims/limits/fly",
                        "claims/limits/lapse",
                        "claims/limits/take-over",
                        "claims/atOnce",
                        "claims/proof",
                        "claims/appraisal",
                        "claims/types/missing-manhole-cover");
    }

    @Test
    void weightsBelowNothingAndAWindowWithoutEndAreFaults() {
        Duration month = Duration.ofDays(30);

        assertThat(List.of(
                        new DuplicateRules(100, month, 10, -1, 1, 1, 0),
                        new DuplicateRules(100, month.negated(), 10, 0.4, 0.3, 0.2, 0.1),
                        new DuplicateRules(100, Duration.ofDays(4000), 10, 0.4, 0.3, 0.2, 0.1),
                        new DuplicateRules(100, month, 65, 0.4, 0.3, 0.2, 0.1)))
                .allSatisfy(rule -> assertThat(RulesCheck.faults(Books.with(Books.present(), "duplicates", rule)))
                        .extracting(Fault::where)
                        .containsExactly("duplicates"));
    }
}

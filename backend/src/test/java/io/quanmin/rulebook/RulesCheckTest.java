package io.quanmin.rulebook;

import static io.quanmin.rulebook.Books.stage;
import static io.quanmin.rulebook.Books.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RulesCheckTest {

    private static final List<FlowTable.Stage> TWO = List.of(stage("a", true), stage("b", false));

    @Test
    void theFirstRulebookIsSound() {
        assertThat(RulesCheck.fault(Books.first())).isEmpty();
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
                        .allSatisfy(stage -> assertThat(rules.due(type, stage, rules.effectiveFrom()))
                                .isPresent()));
    }

    @Test
    void aStageNoPathLeadsToIsAFault() {
        assertThat(fault(TWO, step("new", "report", "a"), step("a", "on", "a"))).isEqualTo("no path leads to stage b");
    }

    @Test
    void anOpenStageWithoutAWayOutIsAFault() {
        List<FlowTable.Stage> open = List.of(stage("a", true), stage("b", true));

        assertThat(fault(open, step("new", "report", "a"), step("a", "on", "b")))
                .isEqualTo("no step leads out of the open stage b");
    }

    @Test
    void aStepThatIsThereTwiceFromTheSameStageIsAFault() {
        assertThat(fault(TWO, step("new", "report", "a"), step("a", "on", "b"), step("a", "on", "a")))
                .isEqualTo("step a/on is there twice");
    }

    @Test
    void aStepToAStageThatIsNotThereIsAFault() {
        assertThat(fault(TWO, step("new", "report", "a"), step("a", "on", "c")))
                .isEqualTo("step a/on leads from or to a stage that is not there");
    }

    @Test
    void aStepThatAnUnknownRoleTakesIsAFault() {
        FlowTable.Step strange = new FlowTable.Step("a", "on", "b", "on", Set.of("KING"));

        assertThat(fault(TWO, step("new", "report", "a"), strange))
                .isEqualTo("step a/on may be taken by nobody, or by a role that is not known");
    }

    @Test
    void twoStagesWithOneCodeAreAFault() {
        assertThat(fault(List.of(stage("a", true), stage("a", false)), step("new", "report", "a")))
                .isEqualTo("two stages have the same code");
    }

    @Test
    void aDangerousTypeWithoutHotlinesIsAFault() {
        assertThat(RulesCheck.fault(Books.withTypes(type("pipe", true, List.of(), Map.of()))))
                .hasValue("problem type pipe needs hotlines exactly when it is dangerous");
    }

    @Test
    void aLimitOfNoTimeIsAFault() {
        Map<String, TimeLimit> none = Map.of("sign", new TimeLimit(Duration.ZERO, TimeLimit.Clock.WALL));

        assertThat(RulesCheck.fault(Books.withTypes(type("pipe", false, List.of(), none))))
                .hasValue("problem type pipe has a limit for step sign that is too short, too long or of no step");
    }

    @Test
    void aLimitForAStepThatIsNotThereIsAFault() {
        Map<String, TimeLimit> lost = Map.of("fly", new TimeLimit(Duration.ofHours(1), TimeLimit.Clock.WALL));

        assertThat(RulesCheck.fault(Books.withTypes(type("pipe", false, List.of(), lost))))
                .isPresent();
    }

    @Test
    void twoTypesWithOneCodeAreAFault() {
        ProblemType type = type("pipe", false, List.of(), Map.of());

        assertThat(RulesCheck.fault(Books.withTypes(type, type))).hasValue("problem type pipe is there twice");
    }

    @Test
    void aCityThatNeverWorksIsAFault() {
        WorkingCalendar first = Books.first().calendar();
        WorkingCalendar idle =
                new WorkingCalendar(first.zone(), Set.of(), first.opens(), first.closes(), Set.of(), Set.of());

        assertThat(RulesCheck.fault(Books.withCalendar(idle))).hasValue("the city never works by its calendar");
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

        assertThat(RulesCheck.fault(Books.withCalendar(both)))
                .hasValue("2026-10-10 is both a holiday and a day of work");
    }

    @Test
    void theReasonToRefuseIsOneSentence() {
        Rules spoilt = Books.withTypes(type("pipe", true, List.of(), Map.of()));

        assertThatExceptionOfType(InvalidRulebook.class)
                .isThrownBy(() -> RulesCheck.checked(spoilt))
                .withMessage("Version 2 of the rulebook cannot be used: "
                        + "problem type pipe needs hotlines exactly when it is dangerous.");
    }

    private static String fault(List<FlowTable.Stage> stages, FlowTable.Step... steps) {
        return RulesCheck.fault(Books.withFlow(stages, List.of(steps))).orElse("none");
    }

    private static ProblemType type(
            String code, boolean dangerous, List<String> hotlines, Map<String, TimeLimit> limits) {
        return new ProblemType(
                code, "名称", "提示", "water", true, ProblemType.Difficulty.ORDINARY, dangerous, hotlines, limits);
    }
}

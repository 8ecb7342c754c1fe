package io.quanmin.rulebook;

import static io.quanmin.rulebook.Books.stage;
import static io.quanmin.rulebook.Books.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quanmin.place.Division;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class RulesCheckTest {

    private static final List<FlowTable.Stage> TWO = List.of(stage("a", true), stage("b", false));

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
    void aDifficultyWithoutAWayIsAFault() {
        LinkageRules now = Books.present().linkage();

        assertThat(linkageFaults(new LinkageRules(
                        now.difficulties(),
                        now.history(),
                        Map.of(),
                        List.of(),
                        now.levels(),
                        now.whistle(),
                        now.partners())))
                .contains("linkage/modes/HARD 这个难度没有联动方式，或流程里没有相应的步骤", "linkage/beginnings/SIMPLE 这个难度没有说明从哪一级开始");
    }

    @Test
    void aStrangeTypeALevelWithoutTimeAndAStepPartnersCannotKnowAreFaults() {
        LinkageRules now = Books.present().linkage();
        TimeLimit none = new TimeLimit(Duration.ZERO, TimeLimit.Clock.WALL);

        assertThat(linkageFaults(new LinkageRules(
                        List.of(new LinkageRules.Row("dragons", "*", ProblemType.Difficulty.HARD)),
                        new LinkageRules.History(60_000, Duration.ofDays(30), 3, true),
                        now.modes(),
                        now.beginnings(),
                        List.of(new LinkageRules.LevelLimit(Division.Level.STREET, none, none)),
                        new LinkageRules.Whistle(51, none, 1, none, none, none, 1, List.of()),
                        new LinkageRules.Partners(Set.of("fly"), false))))
                .extracting(fault -> fault.substring(0, fault.indexOf(' ')))
                .containsExactly(
                        "linkage/difficulties/0",
                        "linkage/history",
                        "linkage/levels/STREET",
                        "linkage/whistle",
                        "linkage/partners/fly");
    }

    private static List<String> linkageFaults(LinkageRules linkage) {
        return RulesCheck.faults(Books.withLinkage(linkage)).stream()
                .map(Fault::line)
                .toList();
    }

    @Test
    void aStageNoPathLeadsToIsAFault() {
        assertThat(faults(TWO, step("new", "report", "a"), step("a", "on", "a")))
                .contains("flow/stages/b 环节“b”：没有任何步骤能走到这个环节");
    }

    @Test
    void anOpenStageWithoutAWayOutIsAFault() {
        List<FlowTable.Stage> open = List.of(stage("a", true), stage("b", true));

        assertThat(faults(open, step("new", "report", "a"), step("a", "on", "b")))
                .contains("flow/stages/b 环节“b”：案件到了这个环节就出不去");
    }

    @Test
    void aStepThatIsThereTwiceFromTheSameStageIsAFault() {
        assertThat(faults(TWO, step("new", "report", "a"), step("a", "on", "b"), step("a", "on", "a")))
                .contains("flow/steps/a/on 步骤“on”：同一环节里有两个同名步骤");
    }

    @Test
    void aStepToAStageThatIsNotThereIsAFault() {
        assertThat(faults(TWO, step("new", "report", "a"), step("a", "on", "c")))
                .contains("flow/steps/a/on 步骤“on”：这个步骤的起点或终点环节不存在");
    }

    @Test
    void aStepThatAnUnknownRoleTakesIsAFault() {
        FlowTable.Step strange = new FlowTable.Step("a", "on", "b", "on", Set.of("KING"));

        assertThat(faults(TWO, step("new", "report", "a"), strange))
                .contains("flow/steps/a/on 步骤“on”：这个步骤没有人能办，或写了不存在的角色");
    }

    @Test
    void twoStagesWithOneCodeAreAFault() {
        assertThat(faults(List.of(stage("a", true), stage("a", false)), step("new", "report", "a")))
                .contains("flow/stages/a 环节“a”：有两个环节用了同一个代码");
    }

    @Test
    void aDangerousTypeWithoutHotlinesIsAFault() {
        assertThat(lines(Books.withTypes(type("pipe", true, List.of(), Map.of()))))
                .containsExactly("groups/pipe/hotlines 问题类型“名称”：危险类型必须有热线电话，其他类型不能有");
    }

    @Test
    void aLimitOfNoTimeIsAFault() {
        Map<String, TimeLimit> none = Map.of("sign", new TimeLimit(Duration.ZERO, TimeLimit.Clock.WALL));

        assertThat(lines(Books.withTypes(type("pipe", false, List.of(), none))))
                .containsExactly("groups/pipe/limits/sign 问题类型“名称”：步骤 sign 的时限必须大于零、不超过 366 天");
    }

    @Test
    void aLimitForAStepThatIsNotThereIsAFault() {
        Map<String, TimeLimit> lost = Map.of("fly", new TimeLimit(Duration.ofHours(1), TimeLimit.Clock.WALL));

        assertThat(lines(Books.withTypes(type("pipe", false, List.of(), lost))))
                .containsExactly("groups/pipe/limits/fly 问题类型“名称”：给流程里没有的步骤 fly 定了时限");
    }

    @Test
    void twoTypesWithOneCodeAreAFault() {
        ProblemType type = type("pipe", false, List.of(), Map.of());

        assertThat(lines(Books.withTypes(type, type))).containsExactly("groups/pipe 问题类型“名称”的代码出现了两次");
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
    void aHardCaseHasLonger() {
        Rules rules = Books.present();
        ProblemType road = rules.type("damaged-road").orElseThrow();
        Instant monday = Instant.parse("2026-11-23T01:00:00Z");

        assertThat(rules.due(road, ProblemType.Difficulty.ORDINARY, "handling", monday))
                .hasValue(Instant.parse("2026-11-25T09:00:00Z"));
        assertThat(rules.due(road, ProblemType.Difficulty.HARD, "handling", monday))
                .hasValue(Instant.parse("2026-11-30T09:00:00Z"));
        assertThat(rules.due(road, ProblemType.Difficulty.HARD, "dispatched", monday))
                .as("what the difficulty does not say is as for all")
                .isEqualTo(rules.due(road, ProblemType.Difficulty.SIMPLE, "dispatched", monday));
    }

    @Test
    void aLimitOfADifficultyMustBeSoundToo() {
        TimeLimit none = new TimeLimit(Duration.ZERO, TimeLimit.Clock.WALL);
        ProblemType sound = type("pipe", false, List.of(), Map.of());
        ProblemType spoilt = new ProblemType(
                sound.code(),
                sound.name(),
                sound.hint(),
                sound.unit(),
                true,
                ProblemType.Difficulty.HARD,
                false,
                List.of(),
                Map.of(),
                Map.of(ProblemType.Difficulty.HARD, Map.of("sign", none, "fly", none)));

        assertThat(lines(Books.withTypes(spoilt)))
                .containsExactly(
                        "groups/pipe/byDifficulty/HARD/fly 问题类型“名称”：给流程里没有的步骤 fly 定了时限",
                        "groups/pipe/byDifficulty/HARD/sign 问题类型“名称”：步骤 sign 的时限必须大于零、不超过 366 天");
    }

    @Test
    void whatTheServiceCallsByNameCannotBeCalledOtherwise() {
        FlowTable flow = Books.present().flow();

        assertThat(FlowNames.STEPS.keySet())
                .allSatisfy(name -> assertThat(flowFaults(
                                flow.stages(), renamed(flow, step -> step.name().equals(name), "x-" + name)))
                        .contains("flow/steps/" + name));
        assertThat(FlowNames.STAGES.keySet())
                .allSatisfy(code -> assertThat(flowFaults(
                                flow.stages().stream()
                                        .filter(stage -> !stage.code().equals(code))
                                        .toList(),
                                flow.steps()))
                        .contains("flow/stages/" + code));
    }

    @Test
    void aStepOfPeopleTheServiceDoesNotKnowIsAFault() {
        FlowTable flow = Books.present().flow();

        assertThat(flowFaults(flow.stages(), renamed(flow, step -> step.name().equals("urge"), "hurry")))
                .contains("flow/steps/handling/hurry");
        assertThat(flow.steps().stream()
                        .filter(step -> !step.by().equals(Set.of(FlowTable.Step.SYSTEM)))
                        .map(FlowTable.Step::name)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(FlowNames.OF_PEOPLE);
    }

    @Test
    void casesThatGoRoundForEverAreAFault() {
        List<FlowTable.Stage> stages = List.of(stage("a", true), stage("b", true), stage("c", false));

        assertThat(faults(stages, step("new", "report", "a"), step("a", "on", "b"), step("b", "on", "a")))
                .contains("flow/stages/a 环节“a”：案件从这个环节走不到办结的环节", "flow/stages/b 环节“b”：案件从这个环节走不到办结的环节");
    }

    @Test
    void whereACaseRisesItMustBeAbleToStayAtTheTopAndToFindNobody() {
        FlowTable flow = Books.present().flow();
        List<FlowTable.Step> steps = flow.steps().stream()
                .filter(step -> !step.name().equals("overrun") || !step.from().equals("handling"))
                .toList();

        assertThat(flowFaults(flow.stages(), steps)).containsExactly("flow/steps/handling/rise");
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

    private static List<String> flowFaults(List<FlowTable.Stage> stages, List<FlowTable.Step> steps) {
        return RulesCheck.faults(Books.with(Books.present(), "flow", new FlowTable(stages, steps))).stream()
                .map(Fault::where)
                .toList();
    }

    private static List<FlowTable.Step> renamed(FlowTable flow, Predicate<FlowTable.Step> those, String name) {
        return flow.steps().stream()
                .map(step -> those.test(step)
                        ? new FlowTable.Step(step.from(), name, step.to(), step.label(), step.by())
                        : step)
                .toList();
    }

    private static List<String> faults(List<FlowTable.Stage> stages, FlowTable.Step... steps) {
        return lines(Books.withFlow(stages, List.of(steps)));
    }

    private static List<String> lines(Rules rules) {
        return RulesCheck.faults(rules).stream().map(Fault::line).toList();
    }

    private static ProblemType type(
            String code, boolean dangerous, List<String> hotlines, Map<String, TimeLimit> limits) {
        return new ProblemType(
                code,
                "名称",
                "提示",
                "water",
                true,
                ProblemType.Difficulty.ORDINARY,
                dangerous,
                hotlines,
                limits,
                Map.of());
    }
}

package io.quanmin.rulebook;

import static io.quanmin.rulebook.Books.stage;
import static io.quanmin.rulebook.Books.step;
import static io.quanmin.rulebook.SpoiltBooks.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A flow in which cases get lost, or which the service does not know, is at fault. */
final class FlowCheckTest {

    private static final List<FlowTable.Stage> TWO = List.of(stage("a", true), stage("b", false));

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
}

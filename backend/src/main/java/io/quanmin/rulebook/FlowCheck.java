package io.quanmin.rulebook;

import io.quanmin.kernel.Role;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a flow can be worked by: every fault, or none. */
final class FlowCheck {

    private static final Set<String> TAKERS = Stream.concat(
                    Arrays.stream(Role.values()).map(Role::name),
                    Stream.of(FlowTable.Step.REPORTER, FlowTable.Step.HOLDER, FlowTable.Step.SYSTEM))
            .collect(Collectors.toUnmodifiableSet());

    private final FlowTable flow;
    private final Set<String> known;

    FlowCheck(FlowTable flow) {
        this.flow = flow;
        this.known = flow.stages().stream().map(FlowTable.Stage::code).collect(Collectors.toSet());
    }

    Stream<Fault> faults() {
        return Stream.of(
                        twins(),
                        strangers(),
                        ambiguous(),
                        nobody(),
                        unreachable(),
                        deadEnd(),
                        endless(),
                        missingSteps(),
                        missingStages(),
                        unheardOf())
                .flatMap(faults -> faults);
    }

    private Stream<Fault> twins() {
        Set<String> seen = new HashSet<>();
        return stages(stage -> !seen.add(stage.code()), "有两个环节用了同一个代码");
    }

    private Stream<Fault> strangers() {
        return steps(
                step -> !known.contains(step.to())
                        || !(known.contains(step.from()) || step.from().equals(FlowTable.NEW)),
                "这个步骤的起点或终点环节不存在");
    }

    private Stream<Fault> ambiguous() {
        Set<String> seen = new HashSet<>();
        return steps(step -> !seen.add(named(step)), "同一环节里有两个同名步骤");
    }

    private Stream<Fault> nobody() {
        return steps(step -> step.by().isEmpty() || !TAKERS.containsAll(step.by()), "这个步骤没有人能办，或写了不存在的角色");
    }

    private Stream<Fault> unreachable() {
        Set<String> reached = reached();
        return stages(stage -> !reached.contains(stage.code()), "没有任何步骤能走到这个环节");
    }

    private Set<String> reached() {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(FlowTable.NEW));
        while (!open.isEmpty()) {
            flow.from(open.pop()).stream()
                    .map(FlowTable.Step::to)
                    .filter(reached::add)
                    .forEach(open::push);
        }
        return reached;
    }

    private Stream<Fault> deadEnd() {
        return stages(
                stage -> stage.open() && flow.from(stage.code()).stream().allMatch(FlowTable.Step::stays),
                "案件到了这个环节就出不去");
    }

    /** Round and round, and never done. */
    private Stream<Fault> endless() {
        Set<String> ends = leadingToAnEnd();
        return stages(
                stage -> stage.open()
                        && !ends.contains(stage.code())
                        && !flow.from(stage.code()).stream().allMatch(FlowTable.Step::stays),
                "案件从这个环节走不到办结的环节");
    }

    private Set<String> leadingToAnEnd() {
        Set<String> ends = flow.stages().stream()
                .filter(stage -> !stage.open())
                .map(FlowTable.Stage::code)
                .collect(Collectors.toCollection(HashSet::new));
        boolean more = true;
        while (more) {
            more =
                    flow.steps().stream()
                            .filter(step -> ends.contains(step.to()))
                            .map(FlowTable.Step::from)
                            .toList()
                            .stream()
                            .map(ends::add)
                            .reduce(false, Boolean::logicalOr);
        }
        return ends;
    }

    private Stream<Fault> missingSteps() {
        return FlowNames.STEPS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(needed -> flow.steps().stream().noneMatch(step -> fills(step, needed.getKey())))
                .map(needed -> new Fault(
                        "flow/steps/" + needed.getKey(), "流程缺少步骤 %s：%s".formatted(needed.getKey(), needed.getValue())));
    }

    /** A report begins a case, and nothing else does. */
    private static boolean fills(FlowTable.Step step, String name) {
        return step.name().equals(name)
                && (!name.equals("report") || step.from().equals(FlowTable.NEW));
    }

    private Stream<Fault> missingStages() {
        return FlowNames.STAGES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(needed -> !known.contains(needed.getKey()))
                .map(needed -> new Fault(
                        "flow/stages/" + needed.getKey(),
                        "流程缺少环节 %s：%s".formatted(needed.getKey(), needed.getValue())));
    }

    private Stream<Fault> unheardOf() {
        return steps(
                step -> !step.by().equals(Set.of(FlowTable.Step.SYSTEM)) && !FlowNames.OF_PEOPLE.contains(step.name()),
                "系统没有这样的步骤，没有人能办");
    }

    private Stream<Fault> stages(Predicate<FlowTable.Stage> faulty, String words) {
        return flow.stages().stream()
                .filter(faulty)
                .map(stage -> new Fault("flow/stages/" + stage.code(), "环节“%s”：%s".formatted(stage.name(), words)));
    }

    private Stream<Fault> steps(Predicate<FlowTable.Step> faulty, String words) {
        return flow.steps().stream()
                .filter(faulty)
                .map(step -> new Fault("flow/steps/" + named(step), "步骤“%s”：%s".formatted(step.label(), words)));
    }

    private static String named(FlowTable.Step step) {
        return step.from() + "/" + step.name();
    }
}

package io.quanmin.rulebook;

import io.quanmin.kernel.Role;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a flow can be worked by: the first fault in words, or none. */
final class FlowCheck {

    private static final Set<String> TAKERS = Stream.concat(
                    Arrays.stream(Role.values()).map(Role::name),
                    Stream.of(FlowTable.Step.REPORTER, FlowTable.Step.SYSTEM))
            .collect(Collectors.toUnmodifiableSet());

    private final FlowTable flow;
    private final Set<String> known;

    FlowCheck(FlowTable flow) {
        this.flow = flow;
        this.known = flow.stages().stream().map(FlowTable.Stage::code).collect(Collectors.toSet());
    }

    Optional<String> fault() {
        return Stream.<Optional<String>>of(twins(), strangers(), ambiguous(), nobody(), unreachable(), deadEnd())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> twins() {
        return known.size() == flow.stages().size() ? Optional.empty() : Optional.of("two stages have the same code");
    }

    private Optional<String> strangers() {
        return firstStep(step -> !known.contains(step.to())
                        || !(known.contains(step.from()) || step.from().equals(FlowTable.NEW)))
                .map(step -> "step %s leads from or to a stage that is not there".formatted(named(step)));
    }

    private Optional<String> ambiguous() {
        Set<String> seen = new HashSet<>();
        return firstStep(step -> !seen.add(named(step))).map(step -> "step %s is there twice".formatted(named(step)));
    }

    private Optional<String> nobody() {
        return firstStep(step -> step.by().isEmpty() || !TAKERS.containsAll(step.by()))
                .map(step -> "step %s may be taken by nobody, or by a role that is not known".formatted(named(step)));
    }

    private Optional<String> unreachable() {
        Set<String> reached = reached();
        return flow.stages().stream()
                .filter(stage -> !reached.contains(stage.code()))
                .findFirst()
                .map(stage -> "no path leads to stage %s".formatted(stage.code()));
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

    private Optional<String> deadEnd() {
        return flow.stages().stream()
                .filter(FlowTable.Stage::open)
                .filter(stage -> flow.from(stage.code()).stream().allMatch(FlowTable.Step::stays))
                .findFirst()
                .map(stage -> "no step leads out of the open stage %s".formatted(stage.code()));
    }

    private Optional<FlowTable.Step> firstStep(Predicate<FlowTable.Step> faulty) {
        return flow.steps().stream().filter(faulty).findFirst();
    }

    private static String named(FlowTable.Step step) {
        return step.from() + "/" + step.name();
    }
}

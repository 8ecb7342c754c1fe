package io.quanmin.casework;

import io.quanmin.rulebook.FlowTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The queues of work; each but the last two is what waits for one step of the flow. */
enum Queue {
    /** Who wrote a case down for a caller does not review it. */
    REVIEW(Set.of("accept"), and(Facts.HANDLING, "reject", "report")),
    VERIFY(Set.of("confirm"), Set.of()),
    DISPATCH(Set.of("dispatch"), Set.of()),
    SIGN(Set.of("sign", "sign-task"), Set.of()),
    HANDLE(Set.of("finish", "report-task"), Set.of()),
    INSPECT(Set.of("pass"), Facts.HANDLING),
    /** Results of citizens. */
    APPRAISE(Set.of("approve"), Facts.HANDLING),
    /** Closed cases drawn to be inspected again. */
    REINSPECT(Set.of("uphold"), and(Facts.HANDLING, "pass", "approve")),
    /** Extensions somebody asked for. */
    EXTENSION(Set.of("grant-extension"), Set.of()),
    /** Cases on the shelf. */
    SHELVED(Set.of("resume"), Set.of()),
    /** Closed cases whose reporter is to be called back. */
    CALLBACK(Set.of(), Facts.HANDLING),
    /** Cases whose deadline has passed, whatever their stage. */
    OVERDUE(Set.of(), Set.of()),
    /** Cases whose deadline is near: every alarm ahead of it has gone off. */
    SOON(Set.of(), Set.of()),
    /** Cases with words or pictures that the content check left to a person. */
    SCREENING(Set.of(), Set.of()),
    /** Dangerous cases, from their report on and whatever their stage. */
    DUTY(Set.of(), Set.of());

    private final Set<String> steps;
    private final Set<String> not;

    Queue(Set<String> steps, Set<String> not) {
        this.steps = steps;
        this.not = not;
    }

    private static Set<String> and(Set<String> steps, String... more) {
        return Stream.concat(steps.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    static Optional<Queue> named(String name) {
        return Arrays.stream(values())
                .filter(queue -> queue.code().equals(name))
                .findFirst();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stages at which a case waits for this queue's step; none for a queue that asks for no stage. */
    List<String> stages(FlowTable flow) {
        return flow.steps().stream()
                .filter(each -> steps.contains(each.name()))
                .map(FlowTable.Step::from)
                .distinct()
                .toList();
    }

    /** The roles that work at it, by name. */
    Set<String> roles(FlowTable flow) {
        return flow.steps().stream()
                .filter(each -> steps.contains(each.name()))
                .flatMap(each -> each.by().stream())
                .collect(Collectors.toSet());
    }

    /** In which state the task of a called unit waits here. */
    Optional<ChildTask.State> task() {
        return switch (this) {
            case SIGN -> Optional.of(ChildTask.State.CALLED);
            case HANDLE -> Optional.of(ChildTask.State.SIGNED);
            default -> Optional.empty();
        };
    }

    /** Who took one of these steps of a case before does not find it here: {@link Policy} would refuse them. */
    Set<String> not() {
        return not;
    }
}

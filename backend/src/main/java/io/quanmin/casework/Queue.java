package io.quanmin.casework;

import io.quanmin.rulebook.FlowTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The queues of work; each but the last two is what waits for one step of the flow. */
enum Queue {
    REVIEW("accept", and(Facts.HANDLING, "reject")),
    VERIFY("confirm", Set.of()),
    DISPATCH("dispatch", Set.of()),
    SIGN("sign", Set.of()),
    HANDLE("finish", Set.of()),
    INSPECT("pass", Facts.HANDLING),
    /** Results of citizens. */
    APPRAISE("approve", Facts.HANDLING),
    /** Closed cases drawn to be inspected again. */
    REINSPECT("uphold", and(Facts.HANDLING, "pass", "approve")),
    /** Extensions somebody asked for. */
    EXTENSION("grant-extension", Set.of()),
    /** Cases on the shelf. */
    SHELVED("resume", Set.of()),
    /** Closed cases whose reporter is to be called back. */
    CALLBACK(null, Facts.HANDLING),
    /** Cases whose deadline has passed, whatever their stage. */
    OVERDUE(null, Set.of()),
    /** Dangerous cases, from their report on and whatever their stage. */
    DUTY(null, Set.of());

    private final @Nullable String step;
    private final Set<String> not;

    Queue(@Nullable String step, Set<String> not) {
        this.step = step;
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
                .filter(each -> each.name().equals(step))
                .map(FlowTable.Step::from)
                .distinct()
                .toList();
    }

    /** The roles that work at it, by name. */
    Set<String> roles(FlowTable flow) {
        return flow.steps().stream()
                .filter(each -> each.name().equals(step))
                .flatMap(each -> each.by().stream())
                .collect(Collectors.toSet());
    }

    /** Who took one of these steps of a case before does not find it here: {@link Policy} would refuse them. */
    Set<String> not() {
        return not;
    }
}

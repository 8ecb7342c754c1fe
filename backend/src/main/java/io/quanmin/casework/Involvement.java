package io.quanmin.casework;

import io.quanmin.kernel.Actor;
import io.quanmin.kernel.Id;
import io.quanmin.rulebook.FlowTable;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Through whose hands a case went, and whose own matter it is. */
record Involvement(Facts facts) {

    boolean rejected(Id person) {
        return took(person, Set.of("reject"));
    }

    boolean handled(Id person) {
        return took(person, Facts.HANDLING);
    }

    /** How often somebody claimed the case. */
    long claimedBy(Id person) {
        return facts.history().stream()
                .filter(step -> step.name().equals("claim") && person.equals(step.by()))
                .count();
    }

    /** Whether somebody moved the case as one of the staff. */
    boolean served(Id person) {
        return facts.history().stream()
                .anyMatch(step -> person.equals(step.by()) && !FlowTable.Step.OF_CITIZENS.contains(step.capacity()));
    }

    /** Whether somebody handled it before it was last found that it must be done again. */
    boolean handledBefore(Id person) {
        long again = facts.last(Facts.AGAIN).map(TakenStep::version).orElse(0L);
        return facts.history().stream()
                .anyMatch(step ->
                        step.version() < again && person.equals(step.by()) && Facts.HANDLING.contains(step.name()));
    }

    /** Whether somebody took any step of the case before. */
    boolean tookPart(Id person) {
        return facts.history().stream().anyMatch(step -> person.equals(step.by()));
    }

    /** Whose own matter the case is: who reported it, who holds it, and by whom it went. */
    Set<Id> involved() {
        CaseFile file = facts.subject();
        Stream<@Nullable Id> steps = facts.history().stream().map(TakenStep::by);
        Stream<@Nullable Id> own =
                Stream.of(file.origin().reporter(), file.now().linkage().holder());
        return Stream.concat(own, steps).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** Whether it is somebody's own matter, in whatever account, or their unit's. */
    boolean isOwnMatter(Actor actor) {
        Id unit = facts.subject().now().unit();
        return involved().contains(actor.person()) || (unit != null && unit.equals(actor.unit()));
    }

    /** Whether somebody wrote the case down for its reporter. */
    boolean wroteDown(Id person) {
        return took(person, Set.of("report"));
    }

    boolean took(Id person, Set<String> steps) {
        return facts.history().stream().anyMatch(step -> person.equals(step.by()) && steps.contains(step.name()));
    }
}

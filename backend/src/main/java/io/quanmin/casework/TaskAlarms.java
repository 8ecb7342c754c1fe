package io.quanmin.casework;

import io.quanmin.identity.Unit;
import io.quanmin.rulebook.Rules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The alarms of called units, each around the end of its own time: once before it, once when it is over. */
record TaskAlarms(Rules rules, Standing now, List<ChildTask> tasks) {

    /** Soon over. */
    static final String WARN = "warn-task";

    /** Over. */
    static final String BREACH = "breach-task";

    Stream<Alarms.Ringing> all() {
        return now.stage().equals(Whistling.STAGE)
                ? tasks.stream().filter(ChildTask::open).flatMap(this::of)
                : Stream.empty();
    }

    private Stream<Alarms.Ringing> of(ChildTask task) {
        Instant warning = rules.linkage().whistle().warning().beginsBefore(task.dueAt(), rules.calendar());
        boolean warned = task.warned() || !warning.isAfter(task.calledAt());
        if (!warned) {
            return Stream.of(new Alarms.Ringing(WARN, warning, task.unit()));
        }
        return task.late() ? Stream.empty() : Stream.of(new Alarms.Ringing(BREACH, task.dueAt(), task.unit()));
    }

    /** What becomes of it. */
    static Optional<Decision.Taken> rung(Facts facts, String name, ChildTask task, Instant at) {
        Standing standing = facts.subject().now();
        Standing next = standing.at(standing.stage(), standing.dueAt());
        String whose = facts.units().stream()
                .filter(unit -> unit.id().equals(task.unit()))
                .map(Unit::name)
                .findFirst()
                .orElse(null);
        return facts.step(name)
                .map(step -> Alarms.set(
                        facts,
                        next,
                        List.of(TakenStep.automatic(step, next, at, whose)),
                        List.of(task.toldOfTheEnd(name.equals(BREACH)))));
    }
}

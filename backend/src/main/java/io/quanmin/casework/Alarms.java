package io.quanmin.casework;

import io.quanmin.kernel.Id;
import io.quanmin.rulebook.FlowTable;
import io.quanmin.rulebook.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The alarms of a case: which has gone off since its deadline began to run, and which comes next.
 *
 * @param history oldest first, to the present
 * @param tasks of the units that were called
 */
record Alarms(Rules rules, Standing now, List<TakenStep> history, List<ChildTask> tasks) {

    /** What the clock does at the end of a limit, leading the case on. */
    private static final Set<String> TURNS = Set.of("lapse", "take-over");

    /**
     * A step the service takes by itself, and when.
     *
     * @param unit whose task it is about, where many were called
     */
    record Ringing(String step, Instant at, @Nullable Id unit) {

        Ringing(String step, Instant at) {
            this(step, at, null);
        }
    }

    /** What comes of steps, with the clock set for the next alarm. */
    static Decision.Taken set(Facts facts, Standing next, List<TakenStep> steps) {
        return set(facts, next, steps, List.of());
    }

    /** The same where tasks of called units changed with them. */
    static Decision.Taken set(Facts facts, Standing next, List<TakenStep> steps, List<ChildTask> changed) {
        List<TakenStep> history =
                Stream.concat(facts.history().stream(), steps.stream()).toList();
        List<ChildTask> tasks = Whistling.merged(facts.tasks(), changed);
        Instant at = new Alarms(facts.rules(), next, history, tasks)
                .next()
                .map(Ringing::at)
                .orElse(null);
        return new Decision.Taken(facts.subject().with(next.alarmed(at)), steps, changed);
    }

    /** What the service should have done by now, as a step of the case; empty when nothing. */
    static Optional<Decision.Taken> ring(Facts facts, Instant now) {
        return new Alarms(facts.rules(), facts.subject().now(), facts.history(), facts.tasks())
                .next()
                .filter(ringing -> !ringing.at().isAfter(now))
                .flatMap(ringing -> rung(facts, ringing, now));
    }

    private static Optional<Decision.Taken> rung(Facts facts, Ringing ringing, Instant now) {
        Optional<ChildTask> task = facts.task(ringing.unit());
        if (task.isPresent()) {
            return TaskAlarms.rung(facts, ringing.step(), task.get(), now);
        }
        if (ringing.step().equals(Rising.RISE)) {
            return Rising.up(facts, now).map(then -> set(facts, then.standing(), List.of(then.step())));
        }
        return facts.step(ringing.step())
                .map(step -> step.stays() ? alarm(facts, step, now) : new Claiming(facts, now).byClock(step));
    }

    private static Decision.Taken alarm(Facts facts, FlowTable.Step step, Instant now) {
        Standing standing = facts.subject().now();
        Standing next = standing.at(standing.stage(), standing.dueAt());
        return set(facts, next, List.of(TakenStep.automatic(step, next, now)));
    }

    /** The next one; empty where nothing is due, or all have gone off. */
    Optional<Ringing> next() {
        return Stream.of(alarms(), turns(), levels(), new TaskAlarms(rules, now, tasks).all())
                .flatMap(ringing -> ringing)
                .min(Comparator.comparing(Ringing::at));
    }

    private Stream<Ringing> levels() {
        return Rising.ends(rules, now, history).map(end -> new Ringing(Rising.RISE, end)).stream();
    }

    private Stream<Ringing> alarms() {
        Instant due = now.dueAt();
        if (due == null) {
            return Stream.empty();
        }
        List<TakenStep> since = sinceTheDeadlineRuns();
        Set<String> gone = since.stream().map(TakenStep::name).collect(Collectors.toSet());
        Instant began = since.isEmpty() ? Instant.MIN : since.getFirst().at();
        return rules.time().alarms().stream()
                .filter(alarm -> rules.flow().step(now.stage(), alarm.step()).isPresent())
                .filter(alarm -> !gone.contains(alarm.step()))
                .filter(alarm -> !alarm.ahead() || rules.alarm(alarm, due).isAfter(began))
                .map(alarm -> new Ringing(alarm.step(), rules.alarm(alarm, due)));
    }

    /** What leads the case on when its deadline has come. */
    private Stream<Ringing> turns() {
        Instant due = now.dueAt();
        return due == null
                ? Stream.empty()
                : rules.flow().from(now.stage()).stream()
                        .filter(step -> TURNS.contains(step.name()))
                        .map(step -> new Ringing(step.name(), due));
    }

    /** The steps from the one that set this deadline on. */
    private List<TakenStep> sinceTheDeadlineRuns() {
        List<TakenStep> since = new ArrayList<>();
        for (TakenStep step : history.reversed()) {
            if (!step.to().equals(now.stage()) || !Objects.equals(now.dueAt(), step.dueAt())) {
                break;
            }
            since.addFirst(step);
            if (!step.stayed()) {
                break;
            }
        }
        return since;
    }
}

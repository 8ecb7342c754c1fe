package io.quanmin.casework;

import io.quanmin.rulebook.FlowTable;
import io.quanmin.rulebook.Rules;
import io.quanmin.rulebook.TimeRules.Alarm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The alarms of a case: which has gone off since its deadline began to run, and which comes next.
 *
 * @param history oldest first, to the present
 */
record Alarms(Rules rules, Standing now, List<TakenStep> history) {

    /** An alarm and when it goes off. */
    record Ringing(Alarm alarm, Instant at) {}

    /** What comes of steps, with the clock set for the next alarm. */
    static Decision.Taken set(Facts facts, Standing next, List<TakenStep> steps) {
        List<TakenStep> history =
                Stream.concat(facts.history().stream(), steps.stream()).toList();
        Instant at =
                new Alarms(facts.rules(), next, history).next().map(Ringing::at).orElse(null);
        return new Decision.Taken(facts.subject().with(next.alarmed(at)), steps);
    }

    /** The alarm that should have gone off by now, as a step of the case; empty when none should. */
    static Optional<Decision.Taken> ring(Facts facts, Instant now) {
        Standing standing = facts.subject().now();
        return new Alarms(facts.rules(), standing, facts.history())
                .next()
                .filter(ringing -> !ringing.at().isAfter(now))
                .flatMap(ringing -> facts.step(ringing.alarm().step()))
                .map(step -> rung(facts, step, standing.at(standing.stage(), standing.dueAt()), now));
    }

    private static Decision.Taken rung(Facts facts, FlowTable.Step step, Standing next, Instant now) {
        return set(facts, next, List.of(TakenStep.automatic(step, next, now)));
    }

    /** The next one; empty where nothing is due, or all have gone off. */
    Optional<Ringing> next() {
        Instant due = now.dueAt();
        if (due == null) {
            return Optional.empty();
        }
        List<TakenStep> since = sinceTheDeadlineRuns();
        Set<String> gone = since.stream().map(TakenStep::name).collect(Collectors.toSet());
        Instant began = since.isEmpty() ? Instant.MIN : since.getFirst().at();
        return rules.time().alarms().stream()
                .filter(alarm -> rules.flow().step(now.stage(), alarm.step()).isPresent())
                .filter(alarm -> !gone.contains(alarm.step()))
                .map(alarm -> new Ringing(alarm, rules.alarm(alarm, due)))
                .filter(ringing -> !ringing.alarm().ahead() || ringing.at().isAfter(began))
                .min(Comparator.comparing(Ringing::at));
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

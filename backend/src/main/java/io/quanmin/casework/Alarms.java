package io.quanmin.casework;

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

/**
 * The alarms of a case: which has gone off since its deadline began to run, and which comes next.
 *
 * @param history oldest first, to the present
 */
record Alarms(Rules rules, Standing now, List<TakenStep> history) {

    /** What the clock does at the end of a limit, leading the case on. */
    private static final Set<String> TURNS = Set.of("lapse", "take-over");

    /** A step the clock takes, and when. */
    record Ringing(String step, Instant at) {}

    /** What comes of steps, with the clock set for the next alarm. */
    static Decision.Taken set(Facts facts, Standing next, List<TakenStep> steps) {
        List<TakenStep> history =
                Stream.concat(facts.history().stream(), steps.stream()).toList();
        Instant at =
                new Alarms(facts.rules(), next, history).next().map(Ringing::at).orElse(null);
        return new Decision.Taken(facts.subject().with(next.alarmed(at)), steps);
    }

    /** The step the clock should have taken by now; empty when none. */
    static Optional<Decision.Taken> ring(Facts facts, Instant now) {
        Standing standing = facts.subject().now();
        return new Alarms(facts.rules(), standing, facts.history())
                .next()
                .filter(ringing -> !ringing.at().isAfter(now))
                .flatMap(ringing -> facts.step(ringing.step()))
                .map(step -> step.stays() ? rung(facts, step, now) : new Claiming(facts, now).byClock(step));
    }

    private static Decision.Taken rung(Facts facts, FlowTable.Step step, Instant now) {
        Standing standing = facts.subject().now();
        Standing next = standing.at(standing.stage(), standing.dueAt());
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
        Stream<Ringing> alarms = rules.time().alarms().stream()
                .filter(alarm -> rules.flow().step(now.stage(), alarm.step()).isPresent())
                .filter(alarm -> !gone.contains(alarm.step()))
                .filter(alarm -> !alarm.ahead() || rules.alarm(alarm, due).isAfter(began))
                .map(alarm -> new Ringing(alarm.step(), rules.alarm(alarm, due)));
        return Stream.concat(alarms, turns(due)).min(Comparator.comparing(Ringing::at));
    }

    /** What leads the case on when its deadline has come. */
    private Stream<Ringing> turns(Instant due) {
        return rules.flow().from(now.stage()).stream()
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

package io.quanmin.rulebook;

import io.quanmin.place.Division;
import io.quanmin.rulebook.ProblemType.Difficulty;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One approved version of everything the official side may change. Immutable.
 *
 * @param version from 1
 * @param groups the catalogue, in the order people see
 */
public record Rules(
        int version,
        Instant effectiveFrom,
        List<TypeGroup> groups,
        FlowTable flow,
        WorkingCalendar calendar,
        TimeRules time,
        DuplicateRules duplicates,
        SuggestionRules suggestions,
        Responsibility responsibility,
        LinkageRules linkage,
        FormRules forms,
        ApprovalRules approval,
        VolunteerRules volunteers,
        ClaimRules claims,
        QualityRules quality) {

    public Rules {
        groups = List.copyOf(groups);
    }

    /** Every type of problem, in the order people see. */
    public Stream<ProblemType> types() {
        return groups.stream().flatMap(group -> group.types().stream());
    }

    /** A type of problem by its code; empty when there is none in this version. */
    public Optional<ProblemType> type(String code) {
        return types().filter(type -> type.code().equals(code)).findFirst();
    }

    /**
     * The code of the unit that answers for a type at a place, at a level of the city. A district's is the type's own unit
     * where no row says otherwise; of other levels empty where no row fits.
     *
     * @param area code of the place's division
     */
    public Optional<String> unit(ProblemType type, String area, Division.Level level) {
        return responsibility
                .unit(type.code(), area, level)
                .or(() -> level == Division.Level.DISTRICT ? Optional.of(type.unit()) : Optional.empty());
    }

    /**
     * By when a case of a type and a difficulty that came to a stage must have left it: the earliest end among the limits of the steps that lead out.
     * Empty where none of them has a limit.
     */
    public Optional<Instant> due(ProblemType type, Difficulty difficulty, String stage, Instant since) {
        return flow.from(stage).stream()
                .map(step -> limit(type, difficulty, step.name()))
                .flatMap(Optional::stream)
                .map(limit -> limit.endsAt(since, calendar))
                .min(Comparator.naturalOrder());
    }

    /** How long a step may take: as the type says for the difficulty, or for all, else as the rules for claims say. */
    public Optional<TimeLimit> limit(ProblemType type, Difficulty difficulty, String step) {
        return type.limit(difficulty, step).or(() -> claims.limit(step));
    }

    /** The clock the limit of a step runs on; the wall's where it has none. */
    public TimeLimit.Clock clock(ProblemType type, Difficulty difficulty, String step) {
        return type.limit(difficulty, step).map(TimeLimit::clock).orElse(TimeLimit.Clock.WALL);
    }

    /** When an alarm goes off for what is due at a moment. */
    public Instant alarm(TimeRules.Alarm alarm, Instant due) {
        return alarm.ahead()
                ? alarm.distance().beginsBefore(due, calendar)
                : alarm.distance().endsAt(due, calendar);
    }
}

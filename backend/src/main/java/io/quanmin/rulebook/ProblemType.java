package io.quanmin.rulebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A type of problem citizens report.
 *
 * @param code stable, such as {@code exposed-garbage}
 * @param unit code of the unit responsible
 * @param certain whether the responsible unit is certain, so that dispatch is automatic
 * @param dangerous whether people are shown the hotlines first and the duty queue is told at once
 * @param hotlines numbers such as 110, 119, 120, in order
 * @param limits by step name: how long the step may take, each on its clock
 * @param byDifficulty the same for cases of a difficulty, where it is another than for the others of the type
 */
public record ProblemType(
        String code,
        String name,
        String hint,
        String unit,
        boolean certain,
        Difficulty difficulty,
        boolean dangerous,
        List<String> hotlines,
        Map<String, TimeLimit> limits,
        Map<Difficulty, Map<String, TimeLimit>> byDifficulty) {

    public ProblemType {
        hotlines = List.copyOf(hotlines);
        limits = Map.copyOf(limits);
        byDifficulty = Map.copyOf(byDifficulty);
    }

    /** How long a step may take a case of a difficulty; empty where it has all the time. */
    public Optional<TimeLimit> limit(Difficulty of, String step) {
        return Optional.ofNullable(byDifficulty.getOrDefault(of, Map.of()).get(step))
                .or(() -> Optional.ofNullable(limits.get(step)));
    }

    /** How hard it is to handle; decides the linkage mode. */
    public enum Difficulty {
        SIMPLE,
        ORDINARY,
        HARD
    }
}

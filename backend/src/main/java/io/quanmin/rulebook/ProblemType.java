package io.quanmin.rulebook;

import java.util.List;
import java.util.Map;

/**
 * A type of problem citizens report.
 *
 * @param code stable, such as {@code exposed-garbage}
 * @param unit code of the unit responsible
 * @param certain whether the responsible unit is certain, so that dispatch is automatic
 * @param dangerous whether people are shown the hotlines first and the duty queue is told at once
 * @param hotlines numbers such as 110, 119, 120, in order
 * @param limits by step name: how long the step may take
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
        Map<String, TimeLimit> limits) {

    public ProblemType {
        hotlines = List.copyOf(hotlines);
        limits = Map.copyOf(limits);
    }

    /** How hard it is to handle; decides the linkage mode. */
    public enum Difficulty {
        SIMPLE,
        ORDINARY,
        HARD
    }
}

package io.quanmin.rulebook;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What happens around time limits.
 *
 * @param alarms in the order they go off
 * @param urges how often the reporter may urge
 * @param extension how long a handling may be extended
 * @param longestShelf how far ahead the review date of a shelved case may lie
 */
public record TimeRules(List<Alarm> alarms, Urges urges, Extension extension, Duration longestShelf) {

    public TimeRules {
        alarms = List.copyOf(alarms);
    }

    /**
     * An alarm around the end of a limit. It is a step the service takes by itself and that leaves the case at its stage.
     *
     * @param step its name in the flow, such as {@code breach}
     * @param ahead whether it goes off before the end, else after it
     * @param distance from the end; nothing for the end itself
     * @param tells who is told
     */
    public record Alarm(String step, boolean ahead, TimeLimit distance, Set<Told> tells) {

        public Alarm {
            tells = Set.copyOf(tells);
        }
    }

    /** Who an alarm is told to. */
    public enum Told {
        /** Whose turn it is: the duty officers of the unit, or the staff of the area whose step is awaited. */
        HOLDER,
        /** Who leads the unit at work, where one is. */
        LEADER,
        /** The supervisors of the area. */
        SUPERVISOR
    }

    /**
     * How often the reporter may urge.
     *
     * @param most in the life of a case; none where urging is not offered
     * @param pause between two
     */
    public record Urges(int most, Duration pause) {}

    /**
     * How a handling may be extended.
     *
     * @param most how often in the life of a case
     * @param longest each time, in hours of the limit's own clock
     */
    public record Extension(int most, int longest) {}
}

package io.quanmin.rulebook;

import io.quanmin.place.Division;
import io.quanmin.rulebook.ProblemType.Difficulty;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * By which way a case finds the hands that can solve it (联动): how hard it is, which way that means, and how each way goes.
 *
 * @param difficulties where a type is harder or simpler than the catalogue says
 * @param history how what happened before makes a case harder
 * @param modes the way of each difficulty; a dangerous case is never left to citizens
 * @param beginnings at which level of the city a case begins; the first that fits holds
 * @param levels how long each level has
 */
public record LinkageRules(
        List<Row> difficulties,
        History history,
        Map<Difficulty, LinkageMode> modes,
        List<Beginning> beginnings,
        List<LevelLimit> levels,
        Whistle whistle,
        Partners partners) {

    /** In a row: whatever the type, or wherever. */
    public static final String ANY = "*";

    private static final Comparator<Row> SPECIFIC = Comparator.comparing(Row::namesType)
            .thenComparing(row -> row.prefix().length());

    public LinkageRules {
        difficulties = List.copyOf(difficulties);
        modes = Map.copyOf(modes);
        beginnings = List.copyOf(beginnings);
        levels = List.copyOf(levels);
    }

    /**
     * How hard a case is taken to be, which way it should go, and why.
     *
     * @param area code of the place's division
     * @param before how many cases of the type were solved around the place within the window of {@link #history}
     */
    public Proposal propose(ProblemType type, String area, long before, boolean reopened) {
        Optional<Row> row = difficulties.stream()
                .filter(each -> each.fits(type.code(), area))
                .max(SPECIFIC);
        Difficulty own = row.map(Row::difficulty).orElse(type.difficulty());
        Set<Proposal.Why> why = EnumSet.of(row.isPresent() ? Proposal.Why.PLACE : Proposal.Why.TYPE);
        boolean back = history.times() > 0 && before >= history.times();
        boolean again = history.reopened() && reopened;
        if (back) {
            why.add(Proposal.Why.RECURRING);
        }
        if (again) {
            why.add(Proposal.Why.REOPENED);
        }
        Difficulty difficulty = back || again ? harder(own) : own;
        return new Proposal(difficulty, mode(difficulty, type.dangerous()), why, before);
    }

    /** The way of a difficulty. */
    public LinkageMode mode(Difficulty difficulty, boolean dangerous) {
        LinkageMode mode = modes.getOrDefault(difficulty, LinkageMode.LEVELS);
        return dangerous && mode == LinkageMode.SELF ? LinkageMode.LEVELS : mode;
    }

    private static Difficulty harder(Difficulty difficulty) {
        return difficulty == Difficulty.SIMPLE ? Difficulty.ORDINARY : Difficulty.HARD;
    }

    /** At which level a case begins. */
    public Division.Level begins(String type, Difficulty difficulty) {
        return beginnings.stream()
                .filter(each -> each.fits(type, difficulty))
                .findFirst()
                .map(Beginning::level)
                .orElse(Division.Level.DISTRICT);
    }

    /** How long a level has for a case; empty where it has all the time. */
    public Optional<TimeLimit> limit(Division.Level level, boolean dangerous) {
        return levels.stream()
                .filter(each -> each.level() == level)
                .map(each -> dangerous ? each.danger() : each.limit())
                .findFirst();
    }

    /**
     * How hard a type is at a place. The most specific row holds, as in {@link Responsibility}.
     *
     * @param type code, or {@link #ANY}
     * @param area what the code of the place's division begins with, or {@link #ANY}
     */
    public record Row(String type, String area, Difficulty difficulty) {

        boolean namesType() {
            return !type.equals(ANY);
        }

        String prefix() {
            return area.equals(ANY) ? "" : area;
        }

        private boolean fits(String asked, String place) {
            return (!namesType() || type.equals(asked)) && place.startsWith(prefix());
        }
    }

    /**
     * What happened before at the place.
     *
     * @param radius metres around it
     * @param times so many cases of the type solved there before make this one harder by a degree; none never
     * @param reopened whether a case that was reopened is harder by a degree
     */
    public record History(int radius, Duration window, int times, boolean reopened) {}

    /**
     * Where a case begins.
     *
     * @param types codes; none for every type
     */
    public record Beginning(Set<String> types, Set<Difficulty> difficulties, Division.Level level) {

        public Beginning {
            types = Set.copyOf(types);
            difficulties = Set.copyOf(difficulties);
        }

        private boolean fits(String type, Difficulty difficulty) {
            return (types.isEmpty() || types.contains(type)) && difficulties.contains(difficulty);
        }
    }

    /**
     * How long a level has before a case goes on to the next.
     *
     * @param danger of a dangerous case
     */
    public record LevelLimit(Division.Level level, TimeLimit limit, TimeLimit danger) {}

    /**
     * A call to many at once (吹哨报到).
     *
     * @param most units called in one case; none where nobody whistles
     * @param task how long a unit has, where the caller says nothing
     * @param longest hours a caller may give a unit, on the clock of {@code task}
     * @param whole how long all have together
     * @param danger the same for a dangerous case
     * @param warning ahead of the end of a unit's time
     * @param messages in the thread of one case
     * @param helpers which units usually help with a type
     */
    public record Whistle(
            int most,
            TimeLimit task,
            int longest,
            TimeLimit whole,
            TimeLimit danger,
            TimeLimit warning,
            int messages,
            List<Helpers> helpers) {

        public Whistle {
            helpers = List.copyOf(helpers);
        }

        /** Codes of the units that usually help with a type. */
        public List<String> helpers(String type) {
            return helpers.stream()
                    .filter(each -> each.type().equals(type))
                    .flatMap(each -> each.units().stream())
                    .toList();
        }
    }

    /**
     * Which units usually help.
     *
     * @param units codes
     */
    public record Helpers(String type, List<String> units) {

        public Helpers {
            units = List.copyOf(units);
        }
    }

    /**
     * What community partners may not do where a department may.
     *
     * @param mayNot steps, by name
     * @param seeReporter whether they learn who reported
     */
    public record Partners(Set<String> mayNot, boolean seeReporter) {

        public Partners {
            mayNot = Set.copyOf(mayNot);
        }
    }
}

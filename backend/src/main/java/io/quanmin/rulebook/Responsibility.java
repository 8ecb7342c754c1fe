package io.quanmin.rulebook;

import io.quanmin.place.Division;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which unit answers for a type of problem, somewhere, at a level of the city. Of the rows that fit the most specific holds: one
 * that names the type before one for every type, then the one with the longer area. No two rows say the same, so one holds.
 */
public record Responsibility(List<Row> rows) {

    /** In a row: whatever the type, or wherever. */
    public static final String ANY = "*";

    private static final Comparator<Row> SPECIFIC = Comparator.comparing(Row::namesType)
            .thenComparing(row -> row.prefix().length());

    public Responsibility {
        rows = List.copyOf(rows);
    }

    /** The code of the unit; empty where no row fits. */
    public Optional<String> unit(String type, String area, Division.Level level) {
        return rows.stream()
                .filter(row -> row.fits(type, area, level))
                .max(SPECIFIC)
                .map(Row::unit);
    }

    /**
     * A row.
     *
     * @param type code of a type of problem, or {@link #ANY}
     * @param area what the code of the place's division begins with, or {@link #ANY}
     * @param unit its code
     */
    public record Row(String type, String area, Division.Level level, String unit) {

        boolean namesType() {
            return !type.equals(ANY);
        }

        String prefix() {
            return area.equals(ANY) ? "" : area;
        }

        private boolean fits(String asked, String place, Division.Level at) {
            return level == at && (!namesType() || type.equals(asked)) && place.startsWith(prefix());
        }

        /** Two rows with the same key contradict or repeat each other. */
        String key() {
            return level + " " + type + " " + area;
        }
    }
}

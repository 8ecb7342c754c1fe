package io.quanmin.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list somebody wants.
 *
 * @param after where the part before ended; empty for the first
 * @param limit 1 to 100
 */
public record PageRequest(Optional<Cursor> after, int limit) {

    private static final int USUAL = 20;
    private static final int MOST = 100;

    /** Reads what a client sent: a limit beyond the bounds becomes the bound; fails with {@link InvalidFields} for a made-up cursor. */
    public static PageRequest read(@Nullable String after, @Nullable Integer limit) {
        int bounded = limit == null ? USUAL : Math.clamp(limit, 1, MOST);
        return new PageRequest(cursor(after), bounded);
    }

    private static Optional<Cursor> cursor(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Cursor.read(after).orElseThrow(() -> new InvalidFields("after", "not-a-cursor", "翻页位置不正确，请从头刷新")));
    }
}

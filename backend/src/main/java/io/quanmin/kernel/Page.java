package io.quanmin.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A bounded part of a longer list.
 *
 * @param next pass it as {@code after} for the next part; absent when there is none
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** Cuts a page of {@code limit} out of rows of which one more than that was asked for. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> key) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, key.apply(items.getLast()).toString());
    }

    /** The same page of other things. */
    public <R> Page<R> map(Function<T, R> as) {
        return new Page<>(items.stream().map(as).toList(), next);
    }
}

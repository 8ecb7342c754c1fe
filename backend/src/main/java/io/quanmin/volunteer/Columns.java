package io.quanmin.volunteer;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and binds columns. */
final class Columns {

    private Columns() {}

    /** A value or a null of its type, to bind. */
    static <T> Parameter maybe(@Nullable T value, Class<T> type) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }

    static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    static List<String> texts(Readable row, String column) {
        return List.of(get(row, column, String[].class));
    }
}

package io.quanmin.casework;

import io.quanmin.kernel.Id;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and binds columns of which some may be null. */
final class Columns {

    private Columns() {}

    /** A value or a null of its type, to bind. */
    static <T> Parameter maybe(@Nullable T value, Class<T> type) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }

    /** An id in its written form, to bind. */
    static Parameter maybe(@Nullable Id id) {
        return maybe(id == null ? null : id.toString(), String.class);
    }

    static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    static @Nullable Id id(Readable row, String column) {
        String text = row.get(column, String.class);
        return text == null ? null : Id.parse(text);
    }
}

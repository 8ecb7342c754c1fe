package io.quanmin.approval;

import io.quanmin.kernel.Id;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of this module's rows, read and bound. */
final class Row {

    private Row() {}

    static Id id(Readable row) {
        return new Id(get(row, "district", String.class), get(row, "id", UUID.class));
    }

    static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    static @Nullable Id person(Readable row, String column) {
        String text = row.get(column, String.class);
        return text == null ? null : Id.parse(text);
    }

    static Parameter maybe(@Nullable Id id) {
        return maybe(String.class, id == null ? null : id.toString());
    }

    static <T extends Object> Parameter maybe(Class<T> type, @Nullable T value) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }
}

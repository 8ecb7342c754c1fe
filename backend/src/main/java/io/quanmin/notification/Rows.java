package io.quanmin.notification;

import io.quanmin.kernel.Id;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;

/** Columns that are never null, and ids as arrays. */
public final class Rows {

    private Rows() {}

    /** A column that is never null. */
    public static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    /** The id of the column's UUID in the row's district. */
    public static Id id(Readable row, String column) {
        return new Id(get(row, "district", String.class), get(row, column, UUID.class));
    }

    static String[] districts(Collection<Id> ids) {
        return ids.stream().map(Id::district).toArray(String[]::new);
    }

    static UUID[] values(Collection<Id> ids) {
        return ids.stream().map(Id::value).toArray(UUID[]::new);
    }
}
